using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Concurrency;

namespace Orleans.Runtime;

/// <summary>A grain class: how its activations are made and treated, and those that there are.</summary>
internal sealed class GrainClass
{
    private readonly Lazy<Func<IGrainContext, object>> _create;

    public GrainClass(Silo silo, Type type)
    {
        Silo = silo;
        Type = type;
        GrainType = GrainType.Create(type.GetCustomAttribute<GrainTypeAttribute>()?.GrainType ?? NameOf(type));
        Untyped = new GrainReferenceShared(this, typeof(IGrain));
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute), inherit: true);
        HasOnActivate = Implements(type, nameof(IGrainBase.OnActivateAsync));
        HasOnDeactivate = Implements(type, nameof(IGrainBase.OnDeactivateAsync));
        CollectionAge = AgeOf(type, silo.Collection);
        _create = new(() => GrainConstructor.Compile(type));
        NeedsScope = GrainConstructor.NeedsScope(type, silo.Services);
    }

    public Silo Silo { get; }

    public Type Type { get; }

    public GrainType GrainType { get; }

    public GrainReferenceShared Untyped { get; }

    public bool IsReentrant { get; }

    /// <summary>Whether the class has an <c>OnActivateAsync</c> of its own.</summary>
    public bool HasOnActivate { get; }

    /// <summary>Whether the class has an <c>OnDeactivateAsync</c> of its own.</summary>
    public bool HasOnDeactivate { get; }

    /// <summary>Whether the constructor asks for a service that is no singleton.</summary>
    public bool NeedsScope { get; }

    /// <summary>How long an activation may be idle, or null for ever.</summary>
    public TimeSpan? CollectionAge { get; }

    public ConcurrentDictionary<string, Activation> Activations { get; } = new(StringComparer.Ordinal);

    public object CreateInstance(Activation activation) => _create.Value(activation);

    /// <summary>The grain's activation; starts one here if there is none. Null with the reason when that fails.</summary>
    public Activation? Locate(string key, out Exception? failure)
    {
        failure = null;
        while (true)
        {
            if (Activations.TryGetValue(key, out var activation))
                return activation;
            activation = new Activation(this, key);
            if (!Activations.TryAdd(key, activation))
                continue;
            failure = activation.StartHere();
            return failure is null ? activation : null;
        }
    }

    /// <summary>Hands a request to the grain's activation; starts one on the thread pool if there is none.</summary>
    public void Deliver(Request request)
    {
        var key = request.Target.Key.ToString();
        while (true)
        {
            if (Activations.TryGetValue(key, out var activation))
            {
                if (activation.TryAdd(request))
                    return;
                continue;
            }

            activation = new Activation(this, key);
            if (!Activations.TryAdd(key, activation))
                continue;
            activation.TryAdd(request);
            activation.StartLater(request.Flow);
            return;
        }
    }

    public void Forget(Activation activation) => Activations.TryRemove(new KeyValuePair<string, Activation>(activation.Key, activation));

    private static string NameOf(Type type)
    {
        var name = type.Name.ToLowerInvariant();
        return name.EndsWith("grain", StringComparison.Ordinal) && name.Length > "grain".Length ? name[..^"grain".Length] : name;
    }

    private static bool Implements(Type type, string method)
    {
        if (!typeof(IGrainBase).IsAssignableFrom(type))
            return false;
        var map = type.GetInterfaceMap(typeof(IGrainBase));
        var index = Array.FindIndex(map.InterfaceMethods, candidate => string.Equals(candidate.Name, method, StringComparison.Ordinal));
        var owner = map.TargetMethods[index].DeclaringType;
        return owner != typeof(Grain) && owner != typeof(IGrainBase);
    }

    private static TimeSpan? AgeOf(Type type, Configuration.GrainCollectionOptions options)
    {
        if (options.ClassSpecificCollectionAge.TryGetValue(type.FullName!, out var age))
            return age;
        if (type.IsDefined(typeof(KeepAliveAttribute), inherit: true))
            return null;
        if (type.GetCustomAttribute<CollectionAgeLimitAttribute>() is { } limit)
            return limit.AlwaysActive ? null : limit.AgeLimit;
        return options.CollectionAge;
    }
}
