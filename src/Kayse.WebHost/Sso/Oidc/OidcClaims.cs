using System.Text.Json;
using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>Who somebody is, as their provider says.</summary>
/// <param name="Subject">What they are called there for ever.</param>
/// <param name="Email">Their address; null when it says none.</param>
/// <param name="EmailVerified">Whether it says that the address is theirs; null when it doesn't say.</param>
/// <param name="FullName">Their name; null when it says none.</param>
/// <param name="AuthenticatedAt">When they signed in there; null when it doesn't say.</param>
/// <param name="Groups">The groups that they belong to.</param>
internal sealed record OidcClaims(
    string Subject,
    string? Email,
    bool? EmailVerified,
    string? FullName,
    DateTimeOffset? AuthenticatedAt,
    IReadOnlyList<string> Groups
)
{
    private const int MaxEmailLength = 254;
    private const int MaxNameLength = 100;

    /// <summary>Whether a token says itself what is needed of a person, so that the provider need not be asked more.</summary>
    public static bool AreIn(string issuer, JsonElement token) =>
        HasEmail(token) || (EntraIssuer.DirectoryOf(issuer) is not null && OidcJson.Text(token, "preferred_username") is not null);

    /// <summary>
    /// Reads a token that was accepted, and what the provider told of the person besides. Refuses a subject that
    /// doesn't belong to the configured directory.
    /// </summary>
    public static OidcClaims Read(string issuer, JsonElement token, JsonElement? userInfo, string groupsClaim)
    {
        var more = userInfo ?? token;
        var directory = EntraIssuer.DirectoryOf(issuer);
        if (IsGoogle(issuer) && OidcJson.Text(token, "hd") is null)
            throw new OidcRefusedException(OidcStep.Subject, "This is a personal Google account, of no Google Workspace.");
        return new OidcClaims(
            directory is { } id ? EntraSubjectIn(token, id) : OidcJson.Text(token, "sub")!,
            EmailIn(token, more, directory is not null),
            Denies(token) || Denies(more) ? false : OidcJson.Flag(HasEmail(token) ? token : more, "email_verified"),
            NameIn(token) ?? NameIn(more),
            OidcJson.Time(token, "auth_time"),
            [
                .. OidcJson
                    .Texts(token, groupsClaim)
                    .Concat(userInfo is null ? [] : OidcJson.Texts(more, groupsClaim))
                    .Distinct(StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>The person as the provider of a connection vouches for them.</summary>
    public VerifiedIdentity By(string connectionId, string issuer) =>
        new(connectionId, issuer, Subject)
        {
            Email = Email,
            EmailVerified = EmailVerified,
            FullName = FullName,
            AuthenticatedAt = AuthenticatedAt,
            Groups = Groups,
        };

    // At Entra a user name is an address of a domain that the directory has verified; many there have no mailbox.
    private static string? EmailIn(JsonElement token, JsonElement more, bool isEntra)
    {
        var email = OidcJson.Text(token, "email") ?? OidcJson.Text(more, "email");
        if (email is null && isEntra)
            email = OidcJson.Text(token, "preferred_username");
        return email is { Length: <= MaxEmailLength } && email.Contains('@', StringComparison.Ordinal) ? email : null;
    }

    // At Entra, the subject (sub) differs from application to application.
    private static string EntraSubjectIn(JsonElement token, Guid directory)
    {
        if (!Guid.TryParse(OidcJson.Text(token, "tid"), out var named) || named != directory)
            throw new OidcRefusedException(OidcStep.Subject, "The ID token is of another directory (tid).", "issuer");
        return Guid.TryParse(OidcJson.Text(token, "oid"), out var person)
            ? person.ToString()
            : throw new OidcRefusedException(OidcStep.Subject, "The ID token has no object id (oid).");
    }

    // Entra says with xms_edov whether the owner of the address's domain is the directory's.
    private static bool Denies(JsonElement claims) =>
        OidcJson.Flag(claims, "email_verified") == false || OidcJson.Flag(claims, "xms_edov") == false;

    private static string? NameIn(JsonElement claims)
    {
        var name =
            OidcJson.Text(claims, "name") ?? $"{OidcJson.Text(claims, "given_name")} {OidcJson.Text(claims, "family_name")}".Trim();
        if (name.Length == 0)
            return null;
        // Not in the middle of a character that takes two.
        var most = char.IsHighSurrogate(name[Math.Min(name.Length, MaxNameLength) - 1]) ? MaxNameLength - 1 : MaxNameLength;
        return name.Length <= most ? name : name[..most];
    }

    private static bool HasEmail(JsonElement claims) => OidcJson.Text(claims, "email") is not null;

    private static bool IsGoogle(string issuer) => new Uri(issuer).Host == "accounts.google.com";
}
