using Kayse.WebHost.Sso.Saml;

namespace Kayse.WebHost.Tests.Sso.Saml.Hostile;

/// <summary>Responses that the identity provider has signed, but that aren't for us, for now, or for anybody.</summary>
internal static class HostileStatements
{
    private const string OtherAudience =
        "<saml:AudienceRestriction><saml:Audience>https://other.example/sp</saml:Audience></saml:AudienceRestriction>";

    public static readonly IReadOnlyDictionary<string, HostileCase> All = new Dictionary<string, HostileCase>
    {
        ["for another service"] = Of(SamlCheckName.Audience, new SampleResponse { Audiences = OtherAudience }),
        ["for anybody"] = Of(SamlCheckName.Audience, new SampleResponse { Audiences = "" }),
        ["for us and, in a second restriction, only for another"] = Of(
            SamlCheckName.Audience,
            new SampleResponse { Audiences = new SampleResponse().Audiences + OtherAudience }
        ),
        ["with a condition that nobody knows"] = Of(
            SamlCheckName.Audience,
            new SampleResponse { Audiences = new SampleResponse().Audiences + "<saml:Condition/>" }
        ),
        ["to be delivered elsewhere"] = Of(SamlCheckName.Recipient, new SampleResponse { Recipient = "https://other.example/acs" }),
        ["to be delivered anywhere"] = Of(SamlCheckName.Recipient, new SampleResponse { Recipient = null }),
        ["to another connection's address"] = Of(
            SamlCheckName.Recipient,
            new SampleResponse { Recipient = SampleResponse.AcsUrl.Replace("con_1", "con_2", StringComparison.Ordinal) }
        ),
        ["for whoever holds a key"] = Of(
            SamlCheckName.Recipient,
            new SampleResponse { Method = "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key" }
        ),
        ["sent to another address"] = Of(SamlCheckName.Destination, new SampleResponse { Destination = "https://other.example/acs" }),
        ["signed as a whole without a destination"] = Of(
            SamlCheckName.Destination,
            new SampleResponse { Destination = null },
            signed: "Response"
        ),
        ["too old"] = Of(SamlCheckName.Time, new SampleResponse { NotOnOrAfter = SampleResponse.Time(-121) }),
        ["confirmed until some time ago"] = Of(SamlCheckName.Time, new SampleResponse { ConfirmedUntil = SampleResponse.Time(-121) }),
        ["confirmed for ever"] = Of(SamlCheckName.Time, new SampleResponse { ConfirmedUntil = null }),
        ["not valid yet"] = Of(SamlCheckName.Time, new SampleResponse { NotBefore = SampleResponse.Time(121) }),
        ["with a time in another zone"] = Of(SamlCheckName.Time, new SampleResponse { NotOnOrAfter = "2026-03-02T10:00:00+01:00" }),
        ["with a time that is none"] = Of(SamlCheckName.Time, new SampleResponse { NotOnOrAfter = "tomorrow" }),
        ["authenticated in the future"] = Of(
            SamlCheckName.Authentication,
            new SampleResponse
            {
                AuthnStatement = new SampleResponse().AuthnStatement.Replace(
                    SampleResponse.Time(-30),
                    SampleResponse.Time(200),
                    StringComparison.Ordinal
                ),
            }
        ),
        ["without authentication"] = Of(SamlCheckName.Authentication, new SampleResponse { AuthnStatement = "" }),
        ["of another identity provider"] = Of(SamlCheckName.Issuer, new SampleResponse { Issuer = "https://other.example/idp" }),
        ["in a response of another identity provider"] = Of(
            SamlCheckName.Issuer,
            new SampleResponse { ResponseIssuer = "https://other.example/idp" }
        ),
        ["failed"] = Of(
            SamlCheckName.Status,
            new SampleResponse
            {
                Status = "<samlp:Status><samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Responder\"/></samlp:Status>",
            }
        ),
        ["without a status"] = Of(SamlCheckName.Status, new SampleResponse { Status = "" }),
        ["success only below a failure"] = Of(
            SamlCheckName.Status,
            new SampleResponse
            {
                Status =
                    "<samlp:Status><samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Responder\">"
                    + "<samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/></samlp:StatusCode></samlp:Status>",
            }
        ),
        ["without a name"] = Of(SamlCheckName.NameId, new SampleResponse { NameId = "" }),
        ["with an empty name"] = Of(SamlCheckName.NameId, new SampleResponse { NameId = "<saml:NameID> </saml:NameID>" }),
        ["with two names"] = Of(
            SamlCheckName.NameId,
            new SampleResponse { NameId = "<saml:NameID>ben-0042</saml:NameID><saml:NameID>admin-0001</saml:NameID>" }
        ),
        ["with elements in the name"] = Of(
            SamlCheckName.NameId,
            new SampleResponse { NameId = "<saml:NameID>ben<b/>-0042</saml:NameID>" }
        ),
        ["with a name for this sign-in only"] = Of(
            SamlCheckName.NameId,
            new SampleResponse { NameId = "<saml:NameID Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:transient\">_1</saml:NameID>" }
        ),
        ["with a name without end"] = Of(
            SamlCheckName.NameId,
            new SampleResponse { NameId = $"<saml:NameID>{new string('a', 257)}</saml:NameID>" }
        ),
        ["with two addresses"] = Of(
            SamlCheckName.Email,
            new SampleResponse { Attributes = SampleResponse.Attribute("email", "ben@jones.example", "ann@jones.example") }
        ),
        ["without an address"] = Of(SamlCheckName.Email, new SampleResponse { Attributes = "" }),
        ["with an address that is two"] = Of(
            SamlCheckName.Email,
            new SampleResponse { Attributes = SampleResponse.Attribute("email", "ben@jones.example@other.example") }
        ),
        ["not requested"] = Of(SamlCheckName.InResponseTo, new SampleResponse { InResponseTo = null }),
        ["of SAML 1.1"] = Of(SamlCheckName.Structure, new SampleResponse { Version = "1.1" }),
    };

    private static HostileCase Of(SamlCheckName check, SampleResponse response, string signed = "Assertion") =>
        new(check, () => Signer.Trusted.Sign(response.ToXml(), signed).Bytes());
}
