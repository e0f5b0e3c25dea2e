using System.Xml.Linq;

namespace Kayse.Grains.Branding.Svg;

/// <summary>
/// Writes an SVG anew out of what is known. What draws nothing, such as notes of an editor, is left out; what would be
/// seen or would act, and isn't known, is refused: a logo is never half of what was sent.
/// </summary>
internal sealed class SvgCopy
{
    private readonly List<SvgRule> _rules = [];

    /// <summary>The rules of its style sheets.</summary>
    public IReadOnlyList<SvgRule> Rules => _rules;

    public XElement Of(XElement source)
    {
        var name = source.Name.LocalName;
        var copy = new XElement(SvgVocabulary.Namespace + name);
        foreach (var attribute in source.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            if (Attribute(name, attribute) is { } kept && copy.Attribute(kept.Name) is null)
                copy.Add(kept);
        }

        if (name == "style")
            copy.Add(StyleSheet(source));
        else if (name is "title" or "desc")
            copy.Add(source.Value);
        else
            copy.Add(source.Nodes().Select(node => Node(name, node)));
        return copy;
    }

    private XNode? Node(string parent, XNode node) =>
        node switch
        {
            XElement child => IsKept(child) ? Of(child) : null,
            XText text when SvgVocabulary.HasText(parent) => new XText(text.Value),
            _ => null,
        };

    private static bool IsKept(XElement element)
    {
        var name = element.Name.LocalName;
        if (element.Name.Namespace != SvgVocabulary.Namespace)
        {
            return element.Name.Namespace == SvgVocabulary.Xhtml || element.Name.Namespace == XNamespace.None
                ? throw SvgFile.Refused($"This SVG contains <{name}>, which isn't SVG. Remove it.")
                : false;
        }

        if (name == "metadata")
            return false;
        return SvgVocabulary.IsKept(name)
            ? true
            : throw SvgFile.Refused($"This SVG contains <{name}>, which isn't supported in a logo. Remove it, or convert it to paths.");
    }

    private static XAttribute? Attribute(string element, XAttribute attribute)
    {
        var (name, value) = (attribute.Name.LocalName, attribute.Value);
        if (name == "href" && (attribute.Name.Namespace == XNamespace.None || attribute.Name.Namespace == SvgVocabulary.XLink))
        {
            var id = SvgValues.Fragment(value);
            return SvgVocabulary.MayRefer(element) ? new XAttribute("href", $"#{id}") : null;
        }

        if (attribute.Name.Namespace != XNamespace.None)
            return null;
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            throw SvgFile.Refused($"This SVG has an event handler, “{name}”. Remove its scripts.");
        return name switch
        {
            "id" => SvgValues.Name(value) is { } id ? new XAttribute("id", id) : null,
            "class" => Classes(value),
            "style" => SvgStyles.Declarations(value) is { Length: > 0 } style ? new XAttribute("style", style) : null,
            _ => SvgVocabulary.IsAttribute(name) ? new XAttribute(name, SvgValues.Check(name, value)) : null,
        };
    }

    private static XAttribute? Classes(string value)
    {
        var names = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(name => SvgValues.Name(name) is not null);
        return string.Join(' ', names) is { Length: > 0 } classes ? new XAttribute("class", classes) : null;
    }

    private string StyleSheet(XElement source)
    {
        if (source.Attribute("type")?.Value is { } type && type.Trim() != "text/css")
            throw SvgFile.Refused("This SVG has styles that aren't CSS.");
        if (source.Attribute("media") is not null)
            throw SvgFile.Refused("This SVG has styles for some media only. Only plain CSS rules are supported.");
        if (source.HasElements)
            throw SvgFile.Refused("This SVG has markup in its styles. Only plain CSS rules are supported.");
        var rules = SvgStyles.Rules(source.Value);
        _rules.AddRange(rules);
        return string.Concat(rules);
    }
}
