using Microsoft.Extensions.Primitives;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>What a person comes back from their provider with.</summary>
/// <param name="Code">The code; null when there is none.</param>
/// <param name="State">Of which attempt.</param>
/// <param name="Issuer">Who sent them; null when the provider doesn't say.</param>
/// <param name="Error">What went wrong there; null when nothing did.</param>
internal sealed record OidcResponse(string? Code, string? State, string? Issuer, string? Error)
{
    private const int MaxLength = 4_096;

    /// <summary>A parameter that stands twice, or is too long, counts as none.</summary>
    public static OidcResponse Read(IQueryCollection query) =>
        new(OneOf(query["code"]), OneOf(query["state"]), OneOf(query["iss"]), OneOf(query["error"]))
        {
            HasIssuer = query.ContainsKey("iss"),
        };

    private bool HasIssuer { get; init; }

    /// <summary>The code for an attempt, or why there is none.</summary>
    public string CodeFor(OidcMetadata metadata, OidcSecrets attempt)
    {
        if (!attempt.IsState(State))
            throw Refused("This is the answer to another attempt to sign in. Start again.");
        // Or a provider could be given a code that another one gave (RFC 9207).
        if ((HasIssuer || metadata.NamesIssuerInResponse) && !string.Equals(Issuer, metadata.Issuer, StringComparison.Ordinal))
            throw Refused("The answer came from another provider than the one that was asked.");
        if (Error is { } error)
            throw Refused(TextOf(error));
        return Code ?? throw Refused("The provider sent no code.");
    }

    private static string TextOf(string error) =>
        error switch
        {
            "access_denied" => "The provider refused access. Assign the person to the application there.",
            "login_required" or "interaction_required" or "consent_required" => "The provider needs something from the person first.",
            "unauthorized_client" or "unsupported_response_type" =>
                "The provider doesn't allow the authorization code flow for this client.",
            "invalid_scope" => "The provider doesn't know one of the scopes.",
            _ => $"The provider answered with the error {OidcJson.Shorten(error)}.",
        };

    private static string? OneOf(StringValues values) => values is [{ Length: > 0 and <= MaxLength } only] ? only : null;

    private static OidcRefusedException Refused(string detail) => new(OidcStep.Response, detail);
}
