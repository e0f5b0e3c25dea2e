using Kayse.Shape;
using Kayse.Testing;

namespace Kayse.Silo.Tests.Source;

/// <summary>
/// What the house style says about size and names. <c>scripts/shape.sh</c> shows the measures. What doesn't fit yet is
/// listed here; the lists only get shorter.
/// </summary>
public sealed class ShapeTests
{
    /// <summary>Lines that are still wider, by project.</summary>
    private static readonly Dictionary<string, int> _wideLines = new()
    {
        ["src/Kayse.Grains"] = 32,
        ["tests/Kayse.Crash.Tests"] = 1,
        ["tests/Kayse.Grains.Tests"] = 8,
        ["tests/Kayse.WebHost.Tests"] = 22,
    };

    /// <summary>Types that are still longer.</summary>
    private static readonly HashSet<string> _longTypes =
    [
        "CompanySessionTests",
        "EmailChangeTests",
        "EmailVerificationTests",
        "GrainStorageContract",
        "InvitationJourneyTests",
        "InvitationLifeTests",
        "LoadClient",
        "ProblemTests",
        "ResponseShapeTests",
        "ScopeTests",
        "SignInGuardTests",
        "SignInHistoryTests",
        "StateJsonTests",
        "TrustedDeviceTests",
        "TwoFactorCrashTests",
        "TwoFactorEnrolmentTests",
        "TwoFactorSignInTests",
    ];

    /// <summary>Words that aren't ours, and how many files still have them in their names.</summary>
    private static readonly (string Word, int Files)[] _staleWords =
    [
        ("Answer", 2),
        ("Concerned", 0),
        ("Lacks", 0),
        ("MayCome", 0),
        ("Spent", 0),
        ("Told", 0),
        ("Untold", 0),
    ];

    private static readonly SourceTree _tree = SourceTree.Read(Repository.Root);
    private static readonly IReadOnlyList<SourceFile> _files = [.. _tree.Files.Where(IsChecked)];

    [Fact]
    public void Lines_have_at_most_140_columns()
    {
        foreach (var project in _files.GroupBy(file => file.Project))
        {
            var wide = project.SelectMany(WideLinesOf).ToList();
            wide.Count.ShouldBeLessThanOrEqualTo(_wideLines.GetValueOrDefault(project.Key), string.Join('\n', wide));
        }
    }

    [Fact]
    public void Types_have_at_most_250_lines() =>
        _tree
            .Types.Where(type => IsChecked(type.Parts[0].File) && type.Lines > Limits.TypeLines && !_longTypes.Contains(type.Name))
            .Select(type => $"{type.FullName} has {type.Lines} lines in {type.Parts.Count} files")
            .ShouldBeEmpty();

    [Fact]
    public void Names_of_files_use_the_words_of_the_glossary()
    {
        foreach (var (word, files) in _staleWords)
        {
            var named = _files.Where(file => file.Name.Contains(word, StringComparison.Ordinal)).Select(file => file.Path).ToList();
            named.Count.ShouldBeLessThanOrEqualTo(files, string.Join('\n', named));
        }
    }

    private static bool IsChecked(SourceFile file) =>
        file.Path.StartsWith("src/", StringComparison.Ordinal) || file.Path.StartsWith("tests/", StringComparison.Ordinal);

    private static IEnumerable<string> WideLinesOf(SourceFile file) =>
        file
            .Lines.Select((line, at) => (line, at))
            .Where(line => line.line.Length > Limits.Columns)
            .Select(line => $"{file.Path}:{line.at + 1} has {line.line.Length} columns");
}
