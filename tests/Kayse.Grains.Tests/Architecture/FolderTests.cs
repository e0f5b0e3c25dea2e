using Kayse.Grains.State;
using Kayse.Testing.Architecture;

namespace Kayse.Grains.Tests.Architecture;

/// <summary>Which folders of the grains project use which: plumbing uses no feature, and cycles only get fewer.</summary>
public sealed class FolderTests
{
    /// <summary>What features share. It uses only other plumbing.</summary>
    private static readonly string[] _plumbing = ["Blobs", "Documents", "Errors", "Hosting", "Lists", "Security", "State"];

    /// <summary>
    /// Uses that still close a circle; the list only gets shorter. The company's grain is put together from the features
    /// that use its context, and these judge each other's people.
    /// </summary>
    private static readonly HashSet<(string From, string To)> _circular =
    [
        ("Companies", "ApiKeys"),
        ("Companies", "Catalogue"),
        ("Companies", "Invitations"),
        ("Companies", "Members"),
        ("Companies", "Scopes"),
        ("Companies", "Sessions"),
        ("Companies", "Users"),
        ("Members", "Invitations"),
        ("Scopes", "Invitations"),
        ("Scopes", "Members"),
        ("Sessions", "ApiKeys"),
        ("Audit", "Members"),
    ];

    private static readonly FolderDependencies _folders = new(typeof(DurableGrain).Assembly, "Kayse.Grains");

    [Fact]
    public void Plumbing_uses_no_feature()
    {
        var wrong =
            from folder in _plumbing
            from used in _folders.UsedBy(folder)
            where !_plumbing.Contains(used, StringComparer.Ordinal)
            select _folders.Describe(folder, used);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void No_folders_use_each_other_in_a_circle_but_those_that_are_listed() =>
        _folders
            .Cycles((from, to) => _circular.Contains((from, to)))
            .SelectMany(cycle => from a in cycle from b in cycle where _folders.UsedBy(a).Contains(b) select _folders.Describe(a, b))
            .ShouldBeEmpty();

    [Fact]
    public void What_is_listed_is_there() => _circular.ShouldAllBe(use => _folders.UsedBy(use.From).Contains(use.To));
}
