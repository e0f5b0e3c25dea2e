using System.Text.Json;
using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>Says of a sign-in which checks it passed, for who tests the connection.</summary>
internal static class OidcReport
{
    private const int MostClaims = 100;
    private const int MaxClaimLength = 1_000;

    // They say nothing of the person.
    private static readonly HashSet<string> _technical = new(StringComparer.Ordinal) { "nonce", "at_hash", "c_hash", "rh", "uti", "aio" };

    /// <summary>Everything was as it has to be.</summary>
    public static SsoTestReport Of(OidcVerified verified, SsoPurpose purpose) =>
        new([.. StepsOf(purpose).Select(step => new SsoCheck(NameOf(step), Passed: true))], ClaimsOf(verified));

    /// <summary>What failed, after all that passed before it.</summary>
    public static SsoTestReport Of(OidcRefusedException refused, string issuer) =>
        new(
            [
                .. StepsOf(SsoPurpose.StepUp).Where(step => step < refused.Step).Select(step => new SsoCheck(NameOf(step), Passed: true)),
                new SsoCheck(NameOf(refused.Step), Passed: false, refused.Message) { Fix = OidcVendor.FixOf(issuer, refused.Field) },
            ],
            []
        );

    // The checks of the address are those of all protocols.
    private static IEnumerable<OidcStep> StepsOf(SsoPurpose purpose) =>
        Enum.GetValues<OidcStep>().Where(step => step != OidcStep.Email && (step != OidcStep.Freshness || purpose == SsoPurpose.StepUp));

    private static string NameOf(OidcStep step) =>
        step switch
        {
            OidcStep.Discovery => "Discovery document",
            OidcStep.Issuer => "Issuer",
            OidcStep.Response => "Response",
            OidcStep.Code => "Authorization code",
            OidcStep.Signature => "Signature",
            OidcStep.Audience => "Audience",
            OidcStep.Validity => "Validity period",
            OidcStep.Nonce => "Nonce",
            OidcStep.Subject => "Subject",
            OidcStep.Freshness => "Recent sign-in",
            _ => "User info",
        };

    private static IReadOnlyList<SsoClaim> ClaimsOf(OidcVerified verified) =>
        [
            .. verified
                .Token.EnumerateObject()
                .Concat(verified.UserInfo?.EnumerateObject() ?? default(JsonElement.ObjectEnumerator))
                .Where(claim => !_technical.Contains(claim.Name))
                .DistinctBy(claim => claim.Name, StringComparer.Ordinal)
                .Take(MostClaims)
                .Select(claim => new SsoClaim(claim.Name, TextOf(claim.Value))),
        ];

    private static string TextOf(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(item => item.ToString())),
            _ => value.GetRawText(),
        };
        return text.Length <= MaxClaimLength ? text : $"{text[..MaxClaimLength]}…";
    }
}
