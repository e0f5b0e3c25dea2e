using Orleans.CodeGeneration;

namespace Orleans.Runtime;

/// <summary>Which requests of the same activation one may overlap with.</summary>
internal enum RequestMode : byte
{
    /// <summary>With none but interleaving ones.</summary>
    Exclusive,

    /// <summary>With other read-only ones.</summary>
    ReadOnly,

    /// <summary>With all.</summary>
    Interleave,
}

internal static class RequestModes
{
    public static RequestMode Of(InvokeMethodOptions options, bool reentrant)
    {
        if (reentrant || options.HasFlag(InvokeMethodOptions.AlwaysInterleave))
            return RequestMode.Interleave;
        return options.HasFlag(InvokeMethodOptions.ReadOnly) ? RequestMode.ReadOnly : RequestMode.Exclusive;
    }

    /// <summary>The state bits that keep a call of this mode from entering at once.</summary>
    public static int Bars(this RequestMode mode) => mode switch
    {
        RequestMode.Interleave => ActivationStates.BarsInterleaved,
        RequestMode.ReadOnly => ActivationStates.BarsReadOnly,
        _ => ActivationStates.BarsExclusive,
    };
}
