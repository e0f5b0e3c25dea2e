using System.Collections.Immutable;

namespace Orleans.Runtime;

/// <summary>Values that travel with calls, from the caller to whatever it calls and never back.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<ImmutableDictionary<string, object>?> Values = new();

    /// <summary>The keys that are set.</summary>
    public static IEnumerable<string> Keys => Values.Value?.Keys ?? [];

    /// <summary>The keys and values that are set.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Entries => Values.Value ?? Enumerable.Empty<KeyValuePair<string, object>>();

    /// <summary>A value, or null.</summary>
    public static object? Get(string key) => Values.Value?.GetValueOrDefault(key);

    /// <summary>Sets a value for the calls that are made from here on.</summary>
    public static void Set(string key, object value)
        => Values.Value = (Values.Value ?? ImmutableDictionary.Create<string, object>(StringComparer.Ordinal)).SetItem(key, value);

    /// <summary>Removes a value; answers whether there was one.</summary>
    public static bool Remove(string key)
    {
        if (Values.Value is not { } values || !values.ContainsKey(key))
            return false;
        Values.Value = values.Remove(key);
        return true;
    }

    /// <summary>Removes all values.</summary>
    public static void Clear() => Values.Value = null;
}
