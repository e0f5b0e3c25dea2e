using System.Xml;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>Reads an assertion whose signature was verified.</summary>
internal static class AssertionReader
{
    public static SamlAssertion Read(SignedAssertion signed)
    {
        var (response, assertion) = (signed.Response, signed.Assertion);
        var subject = Only(assertion, "Subject", SamlCheckName.NameId);
        var nameId = subject is null ? null : Only(subject, "NameID", SamlCheckName.NameId);
        var statements = assertion.Elements("AuthnStatement", SamlNames.Assertion).ToArray();
        return new SamlAssertion
        {
            Id = assertion.Attribute("ID") ?? throw new SamlRefusedException(SamlCheckName.Structure, "The assertion has no id."),
            Issuer = Only(assertion, "Issuer", SamlCheckName.Issuer)?.Text() ?? "",
            ResponseIssuer = Only(response, "Issuer", SamlCheckName.Issuer)?.Text(),
            Destination = response.Attribute("Destination"),
            IsResponseSigned = signed.IsResponseSigned,
            NameId = nameId?.Text() ?? "",
            NameIdFormat = nameId?.Attribute("Format"),
            Confirmations = subject is null ? [] : [.. ConfirmationsOf(subject)],
            Conditions = ConditionsReader.Read(assertion),
            AuthenticatedAt = statements.Select(statement => SamlTime.Of(statement, "AuthnInstant")).Max(),
            SessionEndsAt = statements.Select(statement => SamlTime.Of(statement, "SessionNotOnOrAfter")).Min(),
            Attributes = [.. AttributesOf(assertion)],
        };
    }

    private static IEnumerable<SubjectConfirmation> ConfirmationsOf(XmlElement subject) =>
        from confirmation in subject.Elements("SubjectConfirmation", SamlNames.Assertion)
        where confirmation.Attribute("Method") == SamlNames.Bearer
        let data = Only(confirmation, "SubjectConfirmationData", SamlCheckName.Recipient)
        where data is not null
        select new SubjectConfirmation(
            data.Attribute("Recipient"),
            SamlTime.Of(data, "NotBefore"),
            SamlTime.Of(data, "NotOnOrAfter"),
            data.Attribute("InResponseTo")
        );

    // Values that are elements themselves say nothing that Kayse uses.
    private static IEnumerable<SamlAttribute> AttributesOf(XmlElement assertion) =>
        from statement in assertion.Elements("AttributeStatement", SamlNames.Assertion)
        from attribute in statement.Elements("Attribute", SamlNames.Assertion)
        let values = attribute.Elements("AttributeValue", SamlNames.Assertion).Select(SamlElements.Text).OfType<string>()
        where attribute.Attribute("Name") is { Length: > 0 }
        select new SamlAttribute(attribute.Attribute("Name")!, [.. values]);

    private static XmlElement? Only(XmlElement parent, string name, SamlCheckName check) =>
        parent.OnlyElement(name, SamlNames.Assertion, check);
}
