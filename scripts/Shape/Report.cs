using System.Globalization;
using System.Text;

namespace Kayse.Shape;

/// <summary>The measures as tables in Markdown.</summary>
internal static class Report
{
    public static string Of(SourceTree tree)
    {
        var text = new StringBuilder();
        Add(text, "Files", ["", "files", "lines", "p50", "p90", "max", $"over {Limits.Columns} columns"], FilesOf(tree));
        Add(text, "Largest types, partial files summed", ["type", "lines", "files"], LargestOf(tree));
        Add(
            text,
            $"Types over {Limits.TypeLines} lines",
            ["in", "types"],
            Rows(
                tree.Types.Where(type => type.Lines > Limits.TypeLines)
                    .GroupBy(type => type.IsTest ? "tests" : "sources", StringComparer.Ordinal),
                Of
            )
        );
        Add(
            text,
            "Grain interfaces with more than 10 methods",
            ["interface", "methods"],
            Rows(
                tree.Types.Where(type => type.IsGrainInterface && type.PublicMethods > 10).OrderByDescending(type => type.PublicMethods),
                type => [type.Name, Number(type.PublicMethods)]
            )
        );
        Add(
            text,
            "Largest grains",
            ["grain", "lines", "public methods", "other methods"],
            Rows(
                tree.Types.Where(type => type.IsGrain).OrderByDescending(type => type.Lines).Take(10),
                type => [type.Name, Number(type.Lines), Number(type.PublicMethods), Number(type.OtherMethods)]
            )
        );
        Add(text, "Start-ups in tests", ["call", "places"], Rows(StartUps.In(tree), start => [$"`{start.Call}`", Number(start.Count)]));
        var rules = RulesWithoutTest(tree);
        var all = tree.Types.Count(type => type.IsRules);
        Add(text, $"Rules without a plain unit test: {rules.Count} of {all}", ["rules"], Rows(rules, rule => [rule.Name]));
        return text.ToString();

        static string[] Of(IGrouping<string, SourceType> types) => [types.Key, Number(types.Count())];
    }

    private static IEnumerable<string[]> FilesOf(SourceTree tree) =>
        tree
            .Files.GroupBy(file => file.Project, StringComparer.Ordinal)
            .Select(files => FileRow(files.Key, [.. files]))
            .Append(FileRow("**sources**", [.. tree.Files.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))]))
            .Append(FileRow("**tests**", [.. tree.Files.Where(file => file.IsTest)]));

    private static string[] FileRow(string name, IReadOnlyList<SourceFile> files)
    {
        var lengths = files.Select(file => file.Lines.Count).Order().ToList();
        var wide = files.Sum(file => file.Lines.Count(line => line.Length > Limits.Columns));
        return [name, Number(files.Count), Number(lengths.Sum()), Number(At(0.5)), Number(At(0.9)), Number(lengths[^1]), Number(wide)];

        int At(double part) => lengths[(int)(part * (lengths.Count - 1))];
    }

    private static IEnumerable<string[]> LargestOf(SourceTree tree) =>
        Rows(
            tree.Types.OrderByDescending(type => type.Lines).Take(15),
            type => [$"{type.Name} ({type.Project})", Number(type.Lines), Number(type.Parts.Count)]
        );

    // A plain unit test is a class that tests the rules by name and starts nothing.
    private static List<SourceType> RulesWithoutTest(SourceTree tree)
    {
        var plain = tree.Files.Where(file => file.IsTest && !StartUps.AreIn(file)).ToList();
        return
        [
            .. tree.Types.Where(type =>
                type.IsRules && !plain.Any(file => file.Text.Contains($"{type.Name}.", StringComparison.Ordinal))
            ),
        ];
    }

    private static IEnumerable<string[]> Rows<T>(IEnumerable<T> items, Func<T, string[]> row) => items.Select(row);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static void Add(StringBuilder text, string title, string[] heads, IEnumerable<string[]> rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"## {title}\n\n");
        var all = rows.ToList();
        if (all.Count == 0)
        {
            text.Append("None.\n\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", heads)} |\n");
        text.Append(CultureInfo.InvariantCulture, $"|{string.Concat(heads.Select((_, at) => at == 0 ? "---|" : "---:|"))}\n");
        foreach (var row in all)
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |\n");
        text.Append('\n');
    }
}
