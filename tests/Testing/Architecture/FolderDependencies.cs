using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Kayse.Testing.Architecture;

/// <summary>
/// Which folders of a project use which, by what the members and bodies of its types reference. Namespaces follow
/// folders, so a folder is the part of a namespace after the project's own. Constants are not seen: the compiler copies
/// them.
/// </summary>
internal sealed class FolderDependencies
{
    private readonly ILookup<(string From, string To), string> _uses;

    /// <param name="assembly">The project.</param>
    /// <param name="root">Its own namespace. Types directly in it put the parts together, and may use all of them.</param>
    public FolderDependencies(System.Reflection.Assembly assembly, string root)
    {
        var types = new ArchLoader().LoadAssemblies(assembly).Build().Types.ToHashSet();
        _uses = types
            .SelectMany(type => type.Dependencies)
            .Where(use => types.Contains(use.Target))
            .Select(use =>
                (From: FolderOf(use.Origin, root), To: FolderOf(use.Target, root), Use: $"{use.Origin.Name} → {use.Target.Name}")
            )
            .Where(use => use.From is not null && use.To is not null && use.From != use.To)
            .ToLookup(use => (use.From!, use.To!), use => use.Use);
    }

    /// <summary>Every folder that uses or is used.</summary>
    public IEnumerable<string> Folders => _uses.SelectMany(use => new[] { use.Key.From, use.Key.To }).Distinct();

    /// <summary>The folders that a folder uses.</summary>
    public IEnumerable<string> UsedBy(string folder) => _uses.Where(use => use.Key.From == folder).Select(use => use.Key.To);

    /// <summary>What uses what, for a message: the folders, and some of the types.</summary>
    public string Describe(string from, string to) => $"{from} → {to} ({string.Join(", ", _uses[(from, to)].Distinct().Take(5))})";

    /// <summary>Folders that use each other, directly or through others, by groups; each on its own uses no circle.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cycles(Func<string, string, bool>? except = null)
    {
        var reachable = Folders.ToDictionary(folder => folder, folder => Reach(folder, except), StringComparer.Ordinal);
        return
        [
            .. reachable
                .Where(entry => entry.Value.Contains(entry.Key))
                .Select(entry => entry.Value.Where(other => reachable[other].Contains(entry.Key)).Order(StringComparer.Ordinal).ToList())
                .DistinctBy(string.Concat),
        ];
    }

    private HashSet<string> Reach(string folder, Func<string, string, bool>? except)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var from))
        {
            foreach (var to in UsedBy(from).Where(to => except?.Invoke(from, to) != true && reached.Add(to)))
                open.Push(to);
        }

        return reached;
    }

    private static string? FolderOf(IType type, string root)
    {
        var parts =
            type.Namespace?.FullName is { } name && name.StartsWith($"{root}.", StringComparison.Ordinal)
                ? name[(root.Length + 1)..]
                : null;
        return parts?.Split('.')[0];
    }
}
