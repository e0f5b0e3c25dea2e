using Orleans.Runtime;

namespace Orleans.Sqlite;

/// <summary>Which row: encoded by the caller, so that the writer need not.</summary>
internal readonly record struct ReminderKey(byte[] GrainType, byte[] GrainKey, byte[] Name)
{
    public static ReminderKey Of(GrainId grainId, string name) =>
        new(KeyText.Encode(grainId.Type.ToString()!), KeyText.Encode(grainId.Key.ToString()!), KeyText.Encode(name));
}
