using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso;

/// <summary>Says which connection is in use, and by whom.</summary>
internal sealed class SsoRequest
{
    /// <summary>The connection that people can sign in by: <c>oidc</c>, <c>saml</c>, or null for none.</summary>
    public SsoProtocol? InUse { get; init; }

    /// <summary>Whether members must sign in by it.</summary>
    public bool Enforced { get; init; }

    /// <summary>
    /// Whether somebody with an address at a verified domain who isn't a member yet becomes one by signing in. Null or absent
    /// for yes.
    /// </summary>
    public bool? JustInTime { get; init; }

    /// <summary>
    /// While it is enforced, the two Super Admins (or the only one) who can still sign in with their password. Null or absent
    /// keeps those there are, or takes you and the Super Admin who joined first.
    /// </summary>
    public IReadOnlyList<string>? BreakGlassUserIds { get; init; }

    public SetSsoUse ToCommand() => new(InUse, Enforced, JustInTime ?? true) { BreakGlassUserIds = BreakGlassUserIds };
}

/// <summary>Tests a connection.</summary>
internal sealed class SsoTestRequest
{
    /// <summary>Which: <c>oidc</c> or <c>saml</c>.</summary>
    public required SsoProtocol Protocol { get; init; }
}
