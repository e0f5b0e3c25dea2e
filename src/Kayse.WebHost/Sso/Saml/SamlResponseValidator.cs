namespace Kayse.WebHost.Sso.Saml;

/// <summary>
/// Validates a response: first that it was signed, then what it says. The checks that need memory, of requests and of
/// assertions used before, are the connection's.
/// </summary>
internal static class SamlResponseValidator
{
    public static SamlOutcome Validate(ReadOnlySpan<byte> xml, SignedAssertions signatures, SamlExpectation expected)
    {
        try
        {
            var assertion = AssertionReader.Read(signatures.Open(xml));
            SamlCheck[] checks = [new(SamlCheckName.Signature, Passed: true, "Signed."), .. AssertionRules.Check(assertion, expected)];
            return new SamlOutcome(checks, assertion, AssertionRules.ConfirmationFor(assertion, expected)?.InResponseTo);
        }
        catch (SamlRefusedException refused)
        {
            return new SamlOutcome([new SamlCheck(refused.Check, Passed: false, refused.Message)], Assertion: null, InResponseTo: null);
        }
    }
}

/// <summary>What came of a response.</summary>
/// <param name="Checks">In their order.</param>
/// <param name="Assertion">What the identity provider signed; null when nothing was signed, and nothing can be shown.</param>
/// <param name="InResponseTo">The request that it answers; null when none.</param>
internal sealed record SamlOutcome(IReadOnlyList<SamlCheck> Checks, SamlAssertion? Assertion, string? InResponseTo)
{
    public bool IsAccepted => Assertion is not null && Checks.All(check => check.Passed);

    public SamlCheck? FirstFailure => Checks.FirstOrDefault(check => !check.Passed);
}
