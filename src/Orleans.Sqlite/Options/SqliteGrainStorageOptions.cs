using System.Text.Json;

namespace Orleans.Sqlite;

/// <summary>How one named grain storage writes states down.</summary>
public sealed class SqliteGrainStorageOptions
{
    /// <summary>
    /// How states become JSON. Give it a <see cref="JsonSerializerOptions.TypeInfoResolver"/> of source-generated
    /// contexts; without one, reflection is used.
    /// </summary>
    public JsonSerializerOptions JsonSerializerOptions { get; set; } = JsonSerializerOptions.Default;

    /// <summary>
    /// The largest state, in bytes of JSON; a larger one is refused with <see cref="GrainStateTooLargeException"/>
    /// before it reaches the database.
    /// </summary>
    public int MaxPayloadBytes { get; set; } = 512 * 1024;
}
