using Kayse.Grains.Errors;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Scopes;

/// <summary>How a scope is deleted. A text, so that a bad one is a problem that names the field.</summary>
/// <param name="Confirm"><c>true</c> deletes it even if it is someone's last scope; <c>false</c> is the
/// default.</param>
internal sealed record DeleteScopeQuery([QueryFlag] string? Confirm)
{
    /// <summary>Whether it is confirmed, or a refusal that names the field.</summary>
    public bool IsConfirmed() =>
        Confirm switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw new RefusedException(HttpErrors.Field("confirm", "This must be true or false.")),
        };
}
