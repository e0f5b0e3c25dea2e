using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Testing;

/// <summary>What of a page has moved since it was opened, as browsers count it (cumulative layout shift).</summary>
internal sealed class LayoutShift
{
    private const string Script = """
        () => new Promise(done => {
          const all = [];
          const observer = new PerformanceObserver(list => all.push(...list.getEntries()));
          observer.observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => {
            const counted = [...all, ...observer.takeRecords()].filter(entry => !entry.hadRecentInput);
            const nameOf = node => node instanceof Element ? node.cloneNode().outerHTML : node?.textContent ?? "gone";
            done({
              sum: counted.reduce((sum, entry) => sum + entry.value, 0),
              moved: counted.flatMap(entry => entry.sources.map(source => nameOf(source.node)))
            });
          }));
        })
        """;

    public double Sum { get; set; }

    /// <summary>The elements, as they begin.</summary>
    public string[] Moved { get; set; } = [];

    public static Task<LayoutShift> OfAsync(IPage page) => page.EvaluateAsync<LayoutShift>(Script);
}
