using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>The checks of a response as an admin reads them, with what the assertion said.</summary>
internal static class SamlReports
{
    public static SsoTestReport Of(SamlOutcome outcome, SamlServiceProvider us) =>
        new(
            [
                .. outcome.Checks.Select(check => new SsoCheck(NameOf(check.Name), check.Passed, check.Detail)
                {
                    Fix = check.Passed ? null : SamlFixes.For(check.Name, us),
                }),
            ],
            outcome.Assertion is { } assertion ? [.. ClaimsOf(assertion)] : []
        );

    private static string NameOf(SamlCheckName check) =>
        check switch
        {
            SamlCheckName.Xml => "XML",
            SamlCheckName.Structure => "Response",
            SamlCheckName.Time => "Validity period",
            SamlCheckName.NameId => "NameID",
            SamlCheckName.Email => "Email attribute",
            SamlCheckName.InResponseTo => "Request",
            SamlCheckName.Replay => "First use",
            _ => check.ToString(),
        };

    private static IEnumerable<SsoClaim> ClaimsOf(SamlAssertion assertion)
    {
        yield return new SsoClaim("NameID", assertion.NameId);
        if (assertion.NameIdFormat is { } format)
            yield return new SsoClaim("NameID format", format);
        yield return new SsoClaim("Issuer", assertion.Issuer);
        yield return new SsoClaim("Audience", string.Join('\n', assertion.Conditions.Audiences.SelectMany(audiences => audiences)));
        yield return new SsoClaim("Recipient", string.Join('\n', assertion.Confirmations.Select(confirmation => confirmation.Recipient)));
        if (assertion.AuthenticatedAt is { } at)
            yield return new SsoClaim("Authenticated at", SamlTime.Format(at));
        foreach (var attribute in assertion.Attributes)
            yield return new SsoClaim(attribute.Name, string.Join('\n', attribute.Values));
    }
}
