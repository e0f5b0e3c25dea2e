using Kayse.Testing.Architecture;

namespace Kayse.WebHost.Tests.Architecture;

/// <summary>
/// A feature is a slice: one folder with its endpoints, its use cases and its pages. What slices share is plumbing, and
/// dependencies point one way: from slices to plumbing.
/// </summary>
public sealed class SliceTests
{
    /// <summary>What plumbing uses of the other plumbing; it never uses a slice.</summary>
    private static readonly Dictionary<string, string[]> _plumbing = new(StringComparer.Ordinal)
    {
        ["Http"] = [],
        ["Console"] = [],
        ["Pages"] = ["Http", "Console"],
        ["Hosting"] = ["Http"],
    };

    private static readonly FolderDependencies _folders = new(typeof(Program).Assembly, "Kayse.WebHost");

    [Fact]
    public void Plumbing_uses_no_slice()
    {
        var wrong =
            from folder in _plumbing
            from used in _folders.UsedBy(folder.Key)
            where !folder.Value.Contains(used, StringComparer.Ordinal)
            select _folders.Describe(folder.Key, used);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Slices_use_no_hosting()
    {
        var wrong =
            from folder in _folders.Folders
            where !_plumbing.ContainsKey(folder)
            from used in _folders.UsedBy(folder)
            where used == "Hosting"
            select _folders.Describe(folder, used);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void No_folders_use_each_other_in_a_circle() =>
        _folders.Cycles().Select(cycle => string.Join(" ↔ ", cycle)).ShouldBeEmpty();

    [Fact]
    public void The_dependencies_that_are_there_are_seen()
    {
        _folders.UsedBy("Members").ShouldContain("Http");
        _folders.UsedBy("Members").ShouldContain("Console");
        _folders.UsedBy("Invitations").ShouldContain("SignIn");
    }
}
