using Orleans.Runtime;

namespace Orleans.Sqlite;

/// <summary>Which row: encoded by the caller, so that the writer need not.</summary>
internal readonly record struct GrainStateKey(byte[] GrainType, byte[] GrainKey, byte[] StateName)
{
    public static GrainStateKey Of(string stateName, GrainId grainId) =>
        new(KeyText.Encode(grainId.Type.ToString()!), KeyText.Encode(grainId.Key.ToString()!), KeyText.Encode(stateName));
}
