using Kayse.Grains.Members;

namespace Kayse.WebHost.Authorization;

/// <summary>Whether the caller is allowed.</summary>
/// <param name="Allowed">Whether the caller is allowed.</param>
/// <param name="Reason">What decided it. Allowed: <c>role</c>, <c>permission</c>, <c>agent</c>. Denied:
/// <c>permission</c>, <c>case_type</c>, <c>agent</c>, <c>deactivated</c>.</param>
internal sealed record AuthorizeResponse(bool Allowed, AuthorizationReason Reason)
{
    public static AuthorizeResponse Of(AuthorizationDecision decision) => new(decision.Allowed, decision.Reason);
}
