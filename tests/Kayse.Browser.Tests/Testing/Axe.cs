using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Testing;

/// <summary>
/// axe-core, which finds what keeps people with disabilities from using a page. It runs through the debugger: the
/// page's content policy stays as it is.
/// </summary>
internal static class Axe
{
    private const string Run = """
        async runOnly => {
          const found = await axe.run(document, { resultTypes: ["violations"], runOnly });
          return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}\n${node.failureSummary}`));
        }
        """;

    private static readonly string[] _rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    private static readonly Lazy<Task<string>> _script = new(ReadAsync);

    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe !== 'undefined'"))
            await page.EvaluateAsync(await _script.Value);
        return await page.EvaluateAsync<string[]>(Run, _rules);
    }

    private static async Task<string> ReadAsync()
    {
        var file = BuiltWith.Path(nameof(Axe));
        if (!File.Exists(file))
            throw new FileNotFoundException("axe-core is missing: run ./test.sh once, or npm ci in tests/Kayse.Browser.Tests/axe.", file);
        return $"{await File.ReadAllTextAsync(file)};0";
    }
}
