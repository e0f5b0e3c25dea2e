using System.Globalization;
using System.Xml;

namespace Kayse.WebHost.Tests.Sso.Saml;

/// <summary>A response as an identity provider writes it, before it is signed. As it stands, all of it is right.</summary>
internal sealed record SampleResponse
{
    public const string IdentityProvider = "https://idp.jones.example/saml";
    public const string EntityId = "https://accounts.kayse.example/sso/saml/con_1/metadata";
    public const string AcsUrl = "https://accounts.kayse.example/sso/saml/con_1/acs";

    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public string Version { get; init; } = "2.0";
    public string Issuer { get; init; } = IdentityProvider;
    public string ResponseIssuer { get; init; } = IdentityProvider;
    public string Audiences { get; init; } = ForAudience(EntityId);
    public string? Recipient { get; init; } = AcsUrl;
    public string? Destination { get; init; } = AcsUrl;
    public string? InResponseTo { get; init; } = "_request1";
    public string Method { get; init; } = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    public string Status { get; init; } =
        "<samlp:Status><samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/></samlp:Status>";

    public string NameId { get; init; } =
        "<saml:NameID Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:persistent\">ben-0042</saml:NameID>";

    public string Attributes { get; init; } = Attribute("email", "ben@jones.example") + Attribute("displayName", "Ben Jones");

    public string? NotBefore { get; init; } = Time(-60);
    public string? NotOnOrAfter { get; init; } = Time(300);
    public string? ConfirmedUntil { get; init; } = Time(300);
    public string AuthnStatement { get; init; } =
        $"<saml:AuthnStatement AuthnInstant=\"{Time(-30)}\" SessionIndex=\"_s1\"><saml:AuthnContext><saml:AuthnContextClassRef>"
        + "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef>"
        + "</saml:AuthnContext></saml:AuthnStatement>";

    public static string Time(int seconds) => Time(Now.AddSeconds(seconds));

    /// <summary>The same, issued at another time.</summary>
    public SampleResponse IssuedAt(DateTimeOffset now) =>
        this with
        {
            NotBefore = Time(now),
            NotOnOrAfter = Time(now.AddMinutes(5)),
            ConfirmedUntil = Time(now.AddMinutes(5)),
            AuthnStatement = AuthnStatement.Replace(Time(-30), Time(now), StringComparison.Ordinal),
        };

    public static string ForAudience(string entityId) =>
        $"<saml:AudienceRestriction><saml:Audience>{entityId}</saml:Audience></saml:AudienceRestriction>";

    public static string Attribute(string name, params string[] values) =>
        $"<saml:Attribute Name=\"{name}\">"
        + string.Concat(values.Select(value => $"<saml:AttributeValue>{value}</saml:AttributeValue>"))
        + "</saml:Attribute>";

    public XmlDocument ToXml()
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(Text());
        return document;
    }

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private string Text() =>
        $"""
            <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
              xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_response1"
              Version="{Version}" IssueInstant="{Time(0)}"{If("Destination", Destination)}{If("InResponseTo", InResponseTo)}>
              <saml:Issuer>{ResponseIssuer}</saml:Issuer>
              {Status}
              <saml:Assertion ID="_assertion1" Version="{Version}" IssueInstant="{Time(0)}">
                <saml:Issuer>{Issuer}</saml:Issuer>
                <saml:Subject>
                  {NameId}
                  <saml:SubjectConfirmation Method="{Method}">
                    <saml:SubjectConfirmationData{If("NotOnOrAfter", ConfirmedUntil)}{If("Recipient", Recipient)}{If(
                "InResponseTo",
                InResponseTo
            )}/>
                  </saml:SubjectConfirmation>
                </saml:Subject>
                <saml:Conditions{If("NotBefore", NotBefore)}{If("NotOnOrAfter", NotOnOrAfter)}>{Audiences}</saml:Conditions>
                {AuthnStatement}
                <saml:AttributeStatement>{Attributes}</saml:AttributeStatement>
              </saml:Assertion>
            </samlp:Response>
            """;

    private static string If(string name, string? value) => value is null ? "" : $" {name}=\"{value}\"";
}
