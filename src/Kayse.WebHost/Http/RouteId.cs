using Kayse.Grains.Errors;
using Kayse.Grains.Tokens;

namespace Kayse.WebHost.Http;

/// <summary>An id that a route, a body or a form names. It has the form of one, so that it may be a grain's key.</summary>
internal readonly record struct RouteId(string Value)
{
    public static implicit operator string(RouteId id) => id.Value;

    /// <summary>Reads an id; refuses <c>not_found</c> for what can't be one.</summary>
    public static RouteId Parse(string? text) =>
        EntityId.IsWellFormed(text) ? new RouteId(text!) : throw new RefusedException(GeneralErrors.NotFound);

    /// <summary>Binds a parameter of an endpoint. Throws rather than answers false, which would become status 400.</summary>
    public static bool TryParse(string? text, out RouteId id)
    {
        id = Parse(text);
        return true;
    }

    public override string ToString() => Value;
}
