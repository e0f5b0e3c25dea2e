using System.Text;
using System.Text.Encodings.Web;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.Catalogue;

internal static class CatalogueRules
{
    // As it is stored: a record may have 512 KiB, and what the audit log is still to get lies beside the items.
    private const int MaxBytes = 350 * 1024;
    private const int BytesOfItem = 50;

    // A list that is wrong throughout would be told at greater length than it has.
    private const int MaxWrongItems = 100;

    /// <summary>What makes two ids the same.</summary>
    public static StringComparer IdComparer(CatalogueKind kind) =>
        kind == CatalogueKind.CaseTypes ? CaseTypes.Comparer : StringComparer.Ordinal;

    /// <summary>The items in the form in which they are kept, by name; refuses all that is wrong with them at once.</summary>
    public static IReadOnlyList<CatalogueItem> Check(CatalogueKind kind, IReadOnlyList<CatalogueItem> items)
    {
        var errors = new FieldErrors();
        if (items.Count > FieldLimits.CatalogueItems)
        {
            errors.Add("items", $"Give up to {FieldLimits.CatalogueItems} of them.");
            errors.ThrowIfAny();
        }

        var clean = new List<CatalogueItem>(items.Count);
        var seen = new Dictionary<string, int>(IdComparer(kind));
        for (var i = 0; i < items.Count && errors.Count < MaxWrongItems; i++)
        {
            var item = Check(errors, $"items[{i}]", items[i]);
            if (item.Id.Length > 0 && !seen.TryAdd(item.Id, i))
                errors.Add($"items[{i}].id", $"items[{seen[item.Id]}] has the same id.");
            clean.Add(item);
        }

        if (clean.Sum(BytesOf) > MaxBytes)
            errors.Add("items", "Together they are too large to keep. Shorten names, or leave out what is archived.");
        errors.ThrowIfAny();
        return [.. clean.OrderBy(item => item.Name, StringComparer.OrdinalIgnoreCase).ThenBy(item => item.Id, StringComparer.Ordinal)];
    }

    private static CatalogueItem Check(FieldErrors errors, string path, CatalogueItem item) =>
        new(
            errors.Required($"{path}.id", item.Id, FieldLimits.AgentId),
            errors.Required($"{path}.name", item.Name, FieldLimits.CatalogueName),
            errors.Optional($"{path}.kind", item.Kind, FieldLimits.CatalogueItemKind),
            item.Archived
        );

    private static int BytesOf(CatalogueItem item) => BytesOfItem + BytesOf(item.Id) + BytesOf(item.Name) + BytesOf(item.Kind ?? "");

    private static int BytesOf(string text) => Encoding.UTF8.GetByteCount(JavaScriptEncoder.Default.Encode(text));
}
