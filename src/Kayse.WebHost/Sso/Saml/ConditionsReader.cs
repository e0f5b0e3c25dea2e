using System.Xml;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>Reads the conditions of an assertion. One that isn't known is never met.</summary>
internal static class ConditionsReader
{
    public static AssertionConditions Read(XmlElement assertion)
    {
        var conditions = assertion.OnlyElement("Conditions", SamlNames.Assertion, SamlCheckName.Audience);
        if (conditions is null)
            return new AssertionConditions(NotBefore: null, NotOnOrAfter: null, []);
        if (!conditions.Elements().All(IsKnown))
            throw new SamlRefusedException(SamlCheckName.Audience, "The assertion has a condition that Kayse doesn't know.");
        return new AssertionConditions(
            SamlTime.Of(conditions, "NotBefore"),
            SamlTime.Of(conditions, "NotOnOrAfter"),
            [.. conditions.Elements("AudienceRestriction", SamlNames.Assertion).Select(AudiencesOf)]
        );
    }

    // Every assertion is used once, and none is passed on: the other two conditions are always met.
    private static bool IsKnown(XmlElement condition) =>
        condition.NamespaceURI == SamlNames.Assertion
        && condition.LocalName is ("AudienceRestriction" or "OneTimeUse" or "ProxyRestriction");

    private static string[] AudiencesOf(XmlElement restriction) =>
        [.. restriction.Elements("Audience", SamlNames.Assertion).Select(SamlElements.Text).OfType<string>()];
}
