using System.Text.RegularExpressions;

namespace Kayse.Shape;

/// <summary>Where tests start a silo, a web host or a process.</summary>
internal static partial class StartUps
{
    public static IEnumerable<(string Call, int Count)> In(SourceTree tree) =>
        tree
            .Files.Where(file => file.IsTest)
            .SelectMany(file => Start().Matches(file.Text))
            .GroupBy(match => match.Value.TrimEnd('('), StringComparer.Ordinal)
            .Select(calls => (calls.Key, calls.Count()))
            .OrderByDescending(call => call.Item2);

    public static bool AreIn(SourceFile file) => Start().IsMatch(file.Text);

    [GeneratedRegex(
        @"\b(TestSilo\.Start\w*|PostgreSqlSilo\.OpenAsync|StoppedSilo\.Build|new InProcessTestClusterBuilder|"
            + @"new KayseApp|TestCluster\.StartAsync|HostProcess\.StartAsync)\(",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Start();
}
