using System.Globalization;

namespace Kayse.Bench.Hosting;

/// <summary>What the command line asks for: a part, then <c>--name value</c> pairs.</summary>
/// <param name="Part">What to measure.</param>
/// <param name="DataDirectory">The folder for the database; what is in it already is used.</param>
/// <param name="Tokens">The file of session tokens, one a line, that a part writes or reads.</param>
/// <param name="Count">How many sessions or grains; 0 for the part's own number.</param>
/// <param name="Seconds">How long each line is measured.</param>
internal sealed record BenchArguments(string Part, string DataDirectory, string Tokens, int Count, int Seconds)
{
    /// <summary>Where the web host is, for parts that call it.</summary>
    public Uri Url { get; private init; } = new("http://127.0.0.1:5080");

    private const int Usage = 64; // EX_USAGE of sysexits.h

    public TimeSpan Duration => TimeSpan.FromSeconds(Seconds);

    public static BenchArguments Parse(string[] args)
    {
        var values = args.Skip(1).Chunk(2).ToDictionary(pair => pair[0], pair => pair[^1], StringComparer.Ordinal);
        var data = values.GetValueOrDefault("--data", "bench-data");
        return new BenchArguments(
            args.FirstOrDefault() ?? string.Empty,
            data,
            values.GetValueOrDefault("--tokens", Path.Combine(data, "tokens.txt")),
            Number(values, "--count", 0),
            Number(values, "--seconds", 10)
        )
        {
            Url = new Uri(values.GetValueOrDefault("--url", "http://127.0.0.1:5080")),
        };
    }

    public static int Explain()
    {
        Console.Error.WriteLine(
            "Usage: Kayse.Bench <part> [--data <folder>] [--tokens <file>] [--count <n>] [--seconds <n>] [--url <url>]; bench/run.sh calls it, see bench/README.md."
        );
        return Usage;
    }

    private static int Number(Dictionary<string, string> values, string name, int otherwise) =>
        values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
