namespace Kayse.WebHost.Console.Design;

/// <summary>A bar of a <see cref="BarChart"/>.</summary>
/// <param name="Name">What stands below it, in a word.</param>
/// <param name="Label">The same at length.</param>
/// <param name="Value">How high it is; less than nothing shows as nothing.</param>
public sealed record Bar(string Name, string Label, decimal Value);

/// <summary>How high the bars of a chart are.</summary>
/// <param name="Top">What the height of the chart stands for.</param>
public sealed record ChartScale(decimal Top)
{
    private static readonly decimal[] _steps = [1, 2, 4, 5, 10];

    /// <summary>One that ends at a round number.</summary>
    public static ChartScale Of(IEnumerable<decimal> values)
    {
        var highest = values.DefaultIfEmpty().Max();
        if (highest <= 0)
            return new(1);
        var unit = 1m;
        while (unit * 10 < highest)
            unit *= 10;
        while (unit >= highest)
            unit /= 10;
        return new(_steps.First(step => unit * step >= highest) * unit);
    }

    /// <summary>The height of a bar, 0 to 100.</summary>
    public decimal HeightOf(decimal value) => Math.Clamp(value / Top * 100, 0, 100);
}
