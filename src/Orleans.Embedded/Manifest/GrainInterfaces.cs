using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Orleans.Runtime;

/// <summary>Which class serves which interface.</summary>
internal sealed class GrainInterfaces
{
    private readonly GrainCatalog _catalog;
    private readonly FrozenDictionary<GrainType, GrainClass> _classes;
    private readonly ConcurrentDictionary<(Type Interface, string? Prefix), GrainInterface> _served = new();
    private readonly ConcurrentDictionary<Type, GrainInterface> _servedByType = new();
    private readonly ConcurrentDictionary<(GrainClass Class, Type Interface), GrainInterface> _casts = new();

    public GrainInterfaces(Silo silo, GrainCatalog catalog)
    {
        _catalog = catalog;
        var classes = new Dictionary<GrainType, GrainClass>();
        foreach (var type in catalog.Classes)
        {
            var grainClass = new GrainClass(silo, type);
            if (!classes.TryAdd(grainClass.GrainType, grainClass))
                throw new OrleansConfigurationException($"{type.FullName} and {classes[grainClass.GrainType].Type.FullName} are both called {grainClass.GrainType}; give one a [GrainType].");
        }

        _classes = classes.ToFrozenDictionary();
    }

    public IEnumerable<GrainClass> Classes => _classes.Values;

    /// <summary>The class of a grain id. Throws <see cref="ArgumentException"/> when there is none.</summary>
    public GrainClass ClassOf(GrainType type)
        => _classes.GetValueOrDefault(type) ?? throw new ArgumentException($"No grain class is called {type}.", nameof(type));

    /// <summary>The interface as the one class serves it that implements it, or that <paramref name="prefix"/> chooses.</summary>
    public GrainInterface Find(Type type, string? prefix)
        => prefix is null
            ? _servedByType.TryGetValue(type, out var known) ? known : _servedByType.GetOrAdd(type, Serve(type, null))
            : _served.GetOrAdd((type, prefix), key => Serve(key.Interface, key.Prefix));

    public GrainReference CreateReference(GrainClass grainClass, Type type, IdSpan key)
        => _casts.GetOrAdd((grainClass, type), pair => Bind(pair.Class, pair.Interface)).CreateReference(key);

    private GrainInterface Serve(Type type, string? prefix)
    {
        var candidates = _classes.Values.Where(candidate => type.IsAssignableFrom(candidate.Type)).ToList();
        if (prefix is not null)
            candidates = candidates.FindAll(candidate => candidate.Type.FullName!.StartsWith(prefix, StringComparison.Ordinal));
        return candidates switch
        {
            [var only] => Bind(only, type),
            [] => throw new ArgumentException($"No grain class implements {type.FullName}{(prefix is null ? "" : $" and starts with {prefix}")}.", nameof(type)),
            _ => Bind(ByConvention(type, candidates), type),
        };
    }

    /// <summary>Among several, <c>FooGrain</c> serves <c>IFooGrain</c>.</summary>
    private static GrainClass ByConvention(Type type, List<GrainClass> candidates)
        => candidates.Find(candidate => string.Equals("I" + candidate.Type.Name, type.Name, StringComparison.Ordinal))
            ?? throw new ArgumentException(
                $"{type.FullName} is implemented by {string.Join(", ", candidates.Select(candidate => candidate.Type.FullName))}; choose by a class name prefix.",
                nameof(type));

    private GrainInterface Bind(GrainClass grainClass, Type type)
    {
        if (!_catalog.Interfaces.TryGetValue(type, out var create))
            throw new ArgumentException($"{type.FullName} is not a grain interface of a project that uses the generator.", nameof(type));
        return new GrainInterface(create, new GrainReferenceShared(grainClass, type));
    }
}

/// <summary>An interface as one class serves it.</summary>
internal sealed class GrainInterface(Func<GrainReferenceShared, IdSpan, GrainReference> create, GrainReferenceShared shared)
{
    public GrainReference CreateReference(IdSpan key) => create(shared, key);
}
