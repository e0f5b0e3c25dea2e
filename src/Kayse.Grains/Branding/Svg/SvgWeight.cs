using System.Xml.Linq;

namespace Kayse.Grains.Branding.Svg;

/// <summary>
/// How much a browser has to draw: an element that is used a hundred times counts a hundred times, so that a short file
/// can't be endless work.
/// </summary>
internal sealed class SvgWeight
{
    private const int MaxWeight = 20_000;
    private const int MaxDepth = 64;

    private readonly Dictionary<string, XElement> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<XElement, long> _known = [];
    private readonly HashSet<XElement> _open = [];
    private readonly ILookup<string, string> _byClass;
    private readonly IReadOnlyList<string> _ofAny;

    private SvgWeight(XElement root, IReadOnlyList<SvgRule> rules)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            if (element.Attribute("id") is { } id)
                _byId.TryAdd(id.Value, element);
        }

        _byClass = rules
            .SelectMany(rule => (rule.Classes ?? []).SelectMany(name => rule.References.Select(id => (name, id))))
            .ToLookup(pair => pair.name, pair => pair.id, StringComparer.Ordinal);
        _ofAny = [.. rules.Where(rule => rule.Classes is null).SelectMany(rule => rule.References)];
    }

    /// <summary>Refuses what is too much, and what refers to itself.</summary>
    public static void Ensure(XElement root, IReadOnlyList<SvgRule> rules) => new SvgWeight(root, rules).Of(root);

    private long Of(XElement element)
    {
        if (_known.TryGetValue(element, out var known))
            return known;
        if (!_open.Add(element))
            throw SvgFile.Refused("This SVG has a part that refers to itself.");
        if (_open.Count > MaxDepth)
            throw SvgFile.Refused("This SVG has parts that refer to each other too deeply. Simplify it.");
        var weight = 1 + element.Elements().Sum(Of) + References(element).Sum(Of);
        if (weight > MaxWeight)
            throw SvgFile.Refused("This SVG draws too much by using its parts again and again. Simplify it.");
        _open.Remove(element);
        _known[element] = weight;
        return weight;
    }

    // A gradient is a few numbers, however often it is used.
    private IEnumerable<XElement> References(XElement element) =>
        IsGradient(element)
            ? []
            : Ids(element)
                .Distinct(StringComparer.Ordinal)
                .Select(_byId.GetValueOrDefault)
                .OfType<XElement>()
                .Where(target => !IsGradient(target));

    private IEnumerable<string> Ids(XElement element)
    {
        var classes = (element.Attribute("class")?.Value.Split(' ') ?? []).Distinct(StringComparer.Ordinal);
        return element
            .Attributes()
            .SelectMany(attribute =>
                attribute.Name.LocalName == "href" ? [attribute.Value[1..]] : SvgValues.ReferencesOf(attribute.Value)
            )
            .Concat(classes.SelectMany(name => _byClass[name]))
            .Concat(_ofAny);
    }

    private static bool IsGradient(XElement element) => element.Name.LocalName is "linearGradient" or "radialGradient" or "stop";
}
