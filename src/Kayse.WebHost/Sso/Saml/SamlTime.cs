using System.Globalization;
using System.Xml;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>Reads the times of SAML, which are in UTC.</summary>
internal static class SamlTime
{
    private static readonly string[] _formats = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>Null when the attribute isn't there; a time of another form is refused.</summary>
    public static DateTimeOffset? Of(XmlElement element, string attribute)
    {
        if (element.Attribute(attribute) is not { } text)
            return null;
        return DateTimeOffset.TryParseExact(text, _formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new SamlRefusedException(SamlCheckName.Time, $"{attribute} isn't a time in UTC.");
    }

    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(_formats[0], CultureInfo.InvariantCulture);
}
