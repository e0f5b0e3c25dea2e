namespace Kayse.Browser.Tests.Testing;

/// <summary>How much of a page has moved since it was opened, as browsers count it (cumulative layout shift).</summary>
internal static class LayoutShift
{
    private const string Sum = """
        () => new Promise(done => {
          let sum = 0;
          const add = entries => { for (const entry of entries) if (!entry.hadRecentInput) sum += entry.value; };
          const observer = new PerformanceObserver(list => add(list.getEntries()));
          observer.observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => { add(observer.takeRecords()); done(sum); }));
        })
        """;

    public static Task<double> OfAsync(IPage page) => page.EvaluateAsync<double>(Sum);
}
