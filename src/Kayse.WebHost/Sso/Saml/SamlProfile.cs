namespace Kayse.WebHost.Sso.Saml;

/// <summary>Who the person is, from the attributes that identity providers send under their own names.</summary>
internal sealed record SamlProfile(string? Email, string? FullName, IReadOnlyList<string> Groups)
{
    private static readonly string[] _emails =
    [
        "email",
        "mail",
        "emailAddress",
        "user.email",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        "urn:oid:0.9.2342.19200300.100.1.3",
    ];

    private static readonly string[] _fullNames =
    [
        "displayName",
        "fullName",
        "http://schemas.microsoft.com/identity/claims/displayname",
        "urn:oid:2.16.840.1.113730.3.1.241",
        "cn",
        "urn:oid:2.5.4.3",
    ];

    private static readonly string[] _firstNames =
    [
        "firstName",
        "givenName",
        "user.firstName",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname",
        "urn:oid:2.5.4.42",
    ];

    private static readonly string[] _lastNames =
    [
        "lastName",
        "surname",
        "sn",
        "user.lastName",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname",
        "urn:oid:2.5.4.4",
    ];

    private static readonly string[] _groups =
    [
        "groups",
        "memberOf",
        "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups",
        "http://schemas.xmlsoap.org/claims/Group",
    ];

    public static SamlProfile Of(SamlAssertion assertion) => new(EmailOf(assertion), FullNameOf(assertion), ValuesOf(assertion, _groups));

    // An attribute wins over the NameID; one with several addresses doesn't say which of them is the person's.
    private static string? EmailOf(SamlAssertion assertion) =>
        ValuesOf(assertion, _emails) switch
        {
            [] => IsEmail(assertion.NameId) && assertion.NameIdFormat != SamlNames.TransientNameId ? assertion.NameId : null,
            [var only] when IsEmail(only) => only,
            _ => null,
        };

    private static string? FullNameOf(SamlAssertion assertion)
    {
        if (ValuesOf(assertion, _fullNames) is [{ Length: > 0 } name, ..])
            return name;
        var parts = ValuesOf(assertion, _firstNames).Take(1).Concat(ValuesOf(assertion, _lastNames).Take(1));
        var joined = string.Join(' ', parts.Where(part => part.Length > 0));
        return joined.Length > 0 ? joined : null;
    }

    private static string[] ValuesOf(SamlAssertion assertion, string[] names) =>
        names
            .Select(name =>
                assertion.Attributes.Where(attribute => string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase))
            )
            .Select(found => found.SelectMany(attribute => attribute.Values).Distinct(StringComparer.Ordinal).ToArray())
            .FirstOrDefault(values => values.Length > 0)
        ?? [];

    // Only its rough form: whether it is an address of a verified domain is decided where people are looked up.
    private static bool IsEmail(string value) =>
        value.Length <= 254
        && value.Split('@') is [{ Length: > 0 }, { Length: > 0 }]
        && !value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
