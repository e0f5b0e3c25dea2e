namespace Kayse.WebHost.Sso.Saml;

/// <summary>Whether a signed assertion is for us, for now, and for somebody. Each check says why.</summary>
internal static class AssertionRules
{
    private static readonly TimeSpan _skew = TimeSpan.FromSeconds(120);
    private const int LongestNameId = 256;

    public static IReadOnlyList<SamlCheck> Check(SamlAssertion assertion, SamlExpectation expected) =>
        [
            Issuer(assertion, expected),
            Audience(assertion, expected),
            Recipient(assertion, expected),
            Destination(assertion, expected),
            Time(assertion, expected),
            Authentication(assertion, expected),
            NameId(assertion),
            Email(assertion),
            InResponseTo(assertion, expected),
        ];

    /// <summary>The bearer confirmation that is meant for us; null without one.</summary>
    public static SubjectConfirmation? ConfirmationFor(SamlAssertion assertion, SamlExpectation expected) =>
        assertion.Confirmations.FirstOrDefault(confirmation => confirmation.Recipient == expected.AcsUrl);

    private static SamlCheck Issuer(SamlAssertion assertion, SamlExpectation expected) =>
        new(
            SamlCheckName.Issuer,
            assertion.Issuer == expected.IdentityProvider && (assertion.ResponseIssuer ?? assertion.Issuer) == assertion.Issuer,
            $"Expected {expected.IdentityProvider}, found {Shown(assertion.Issuer)}."
        );

    private static SamlCheck Audience(SamlAssertion assertion, SamlExpectation expected)
    {
        var restrictions = assertion.Conditions.Audiences;
        var found = string.Join(", ", restrictions.SelectMany(audiences => audiences));
        return new SamlCheck(
            SamlCheckName.Audience,
            restrictions.Count > 0 && restrictions.All(audiences => audiences.Contains(expected.EntityId, StringComparer.Ordinal)),
            $"Expected {expected.EntityId}, found {Shown(found)}."
        );
    }

    private static SamlCheck Recipient(SamlAssertion assertion, SamlExpectation expected) =>
        new(
            SamlCheckName.Recipient,
            ConfirmationFor(assertion, expected) is not null,
            $"Expected {expected.AcsUrl}, found {Shown(string.Join(", ", assertion.Confirmations.Select(each => each.Recipient)))}."
        );

    // Required of a response that is signed itself; of another it is only checked, because anybody could have changed it.
    private static SamlCheck Destination(SamlAssertion assertion, SamlExpectation expected) =>
        new(
            SamlCheckName.Destination,
            assertion.Destination is null ? !assertion.IsResponseSigned : assertion.Destination == expected.AcsUrl,
            $"Expected {expected.AcsUrl}, found {Shown(assertion.Destination)}."
        );

    private static SamlCheck Time(SamlAssertion assertion, SamlExpectation expected)
    {
        var confirmation = ConfirmationFor(assertion, expected);
        var isValid =
            confirmation?.NotOnOrAfter is { } until
            && IsBefore(expected.Now, until)
            && IsFrom(expected.Now, confirmation.NotBefore)
            && IsFrom(expected.Now, assertion.Conditions.NotBefore)
            && IsBefore(expected.Now, assertion.Conditions.NotOnOrAfter ?? until)
            && IsBefore(expected.Now, assertion.SessionEndsAt ?? until);
        return new SamlCheck(
            SamlCheckName.Time,
            isValid,
            $"It is {SamlTime.Format(expected.Now)} here; the assertion is valid from {Shown(assertion.Conditions.NotBefore)} "
                + $"until {Shown(confirmation?.NotOnOrAfter ?? assertion.Conditions.NotOnOrAfter)}."
        );
    }

    private static SamlCheck Authentication(SamlAssertion assertion, SamlExpectation expected) =>
        new(
            SamlCheckName.Authentication,
            assertion.AuthenticatedAt is { } at && IsFrom(expected.Now, at),
            $"Authenticated at {Shown(assertion.AuthenticatedAt)}."
        );

    private static SamlCheck NameId(SamlAssertion assertion)
    {
        var isLasting = assertion.NameIdFormat != SamlNames.TransientNameId;
        var isUsable = assertion.NameId.Length is > 0 and <= LongestNameId && !assertion.NameId.Any(char.IsControl);
        var detail = isLasting ? $"Found {Shown(assertion.NameId)}." : "A transient name is another one at each sign-in.";
        return new SamlCheck(SamlCheckName.NameId, isLasting && isUsable, detail);
    }

    private static SamlCheck Email(SamlAssertion assertion)
    {
        var email = SamlProfile.Of(assertion).Email;
        return new SamlCheck(
            SamlCheckName.Email,
            email is not null,
            email is null ? "There is no attribute with one email address, and the NameID isn't one." : $"Found {email}."
        );
    }

    private static SamlCheck InResponseTo(SamlAssertion assertion, SamlExpectation expected)
    {
        var isSolicited = ConfirmationFor(assertion, expected)?.InResponseTo is { Length: > 0 };
        return new SamlCheck(
            SamlCheckName.InResponseTo,
            isSolicited,
            isSolicited ? "Answers a request of Kayse." : "Start the sign-in at Kayse: responses without a request are refused."
        );
    }

    private static bool IsFrom(DateTimeOffset now, DateTimeOffset? from) => from is null || now + _skew >= from;

    private static bool IsBefore(DateTimeOffset now, DateTimeOffset until) => now - _skew < until;

    private static string Shown(string? value) => string.IsNullOrEmpty(value) ? "nothing" : value;

    private static string Shown(DateTimeOffset? time) => time is { } at ? SamlTime.Format(at) : "no time";
}
