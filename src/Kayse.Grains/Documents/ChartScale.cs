namespace Kayse.Grains.Documents;

/// <summary>The axis of a chart: round numbers from at most the least value to at least the greatest, with zero.</summary>
public sealed record ChartScale(decimal Min, decimal Max, decimal Step)
{
    private const int WantedSteps = 4;

    private static readonly decimal[] _roundSteps = [1, 2, 2.5m, 5, 10];

    /// <summary>The axis for these values.</summary>
    public static ChartScale Of(IEnumerable<decimal> values)
    {
        var all = values.Append(0).ToList();
        var (min, max) = (all.Min(), all.Max());
        if (min == max)
            return new(0, 1, 1);
        var step = RoundStep((max - min) / WantedSteps);
        return new(Math.Floor(min / step) * step, Math.Ceiling(max / step) * step, step);
    }

    /// <summary>The numbers that stand beside it, from the bottom.</summary>
    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = Min; tick <= Max; tick += Step)
                yield return tick;
        }
    }

    private static decimal RoundStep(decimal wanted)
    {
        var power = 0.000001m;
        while (power * 10 < wanted)
            power *= 10;
        return _roundSteps.Select(round => round * power).First(step => step >= wanted || step == 10 * power);
    }
}
