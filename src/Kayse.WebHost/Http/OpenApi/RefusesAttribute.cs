namespace Kayse.WebHost.Http.OpenApi;

/// <summary>
/// The codes of the problems that an endpoint may respond with, besides those that follow from who may call it and from
/// its having a body.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal class RefusesAttribute(params string[] codes) : Attribute
{
    public IReadOnlyList<string> Codes { get; } = codes;
}

internal static class RefusesExtensions
{
    /// <summary>States the codes for all endpoints of a group.</summary>
    public static RouteGroupBuilder Refuses(this RouteGroupBuilder group, params string[] codes) =>
        group.WithMetadata(new RefusesAttribute(codes));
}
