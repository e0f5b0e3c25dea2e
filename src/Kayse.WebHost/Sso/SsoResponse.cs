using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso;

/// <summary>The single sign-on of a company.</summary>
/// <param name="InUse">The connection that people can sign in by: <c>oidc</c>, <c>saml</c>, or null for none.</param>
/// <param name="Enforced">Whether members must sign in by it.</param>
/// <param name="JustInTime">Whether somebody new with an address at a verified domain becomes a member by signing in.</param>
/// <param name="Connections">The connections that are set up: <c>oidc</c>, <c>saml</c>.</param>
/// <param name="Domains">The verified domains. People at these addresses find the connection.</param>
/// <param name="BreakGlass">The Super Admins who can sign in with their password while it is enforced.</param>
/// <param name="LastTest">Your last test within the last hour, or null.</param>
internal sealed record SsoResponse(
    SsoProtocol? InUse,
    bool Enforced,
    bool JustInTime,
    IReadOnlyList<SsoProtocol> Connections,
    IReadOnlyList<string> Domains,
    IReadOnlyList<SsoPersonResponse> BreakGlass,
    SsoTestResultResponse? LastTest
)
{
    public static SsoResponse Of(SsoOverview overview) =>
        new(
            overview.InUse,
            overview.Enforced,
            overview.JustInTime,
            [.. overview.Connections.Select(connection => connection.Protocol)],
            overview.Domains,
            [.. overview.BreakGlass.Select(person => new SsoPersonResponse(person.UserId, person.FullName, person.Email))],
            overview.LastTest is { } test ? SsoTestResultResponse.Of(test) : null
        );
}

/// <summary>A Super Admin.</summary>
/// <param name="UserId">Their id.</param>
/// <param name="FullName">Their name.</param>
/// <param name="Email">Their address.</param>
internal sealed record SsoPersonResponse(string UserId, string FullName, string Email);

/// <summary>A test of a connection.</summary>
/// <param name="Protocol">Of which.</param>
/// <param name="At">When.</param>
/// <param name="Passed">Whether all checks passed.</param>
/// <param name="Checks">The checks, in order.</param>
/// <param name="Claims">What the identity provider said about you.</param>
internal sealed record SsoTestResultResponse(
    SsoProtocol Protocol,
    DateTimeOffset At,
    bool Passed,
    IReadOnlyList<SsoCheckResponse> Checks,
    IReadOnlyList<SsoClaimResponse> Claims
)
{
    public static SsoTestResultResponse Of(SsoTestResult test) =>
        new(
            test.Protocol,
            test.At,
            test.Report.Passed,
            [.. test.Report.Checks.Select(check => new SsoCheckResponse(check.Name, check.Passed, check.Detail, check.Fix))],
            [.. test.Report.Claims.Select(claim => new SsoClaimResponse(claim.Name, claim.Value))]
        );
}

/// <summary>A check.</summary>
/// <param name="Name">What is checked.</param>
/// <param name="Passed">Whether it is as it should be.</param>
/// <param name="Detail">What was found, or null.</param>
/// <param name="Fix">What to change, or null.</param>
internal sealed record SsoCheckResponse(string Name, bool Passed, string? Detail, string? Fix);

/// <summary>Something that the identity provider said.</summary>
/// <param name="Name">The claim or attribute.</param>
/// <param name="Value">Its value.</param>
internal sealed record SsoClaimResponse(string Name, string Value);

/// <summary>Where to test a connection.</summary>
/// <param name="Url">To open in a browser that is signed in.</param>
internal sealed record SsoTestResponse(string Url);

/// <summary>Whether there is single sign-on for an address.</summary>
/// <param name="Available">Whether there is.</param>
/// <param name="Url">Where it begins; null when there is none.</param>
internal sealed record SsoOfferResponse(bool Available, string? Url);
