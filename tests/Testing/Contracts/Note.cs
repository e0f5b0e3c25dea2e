using System.Text.Json.Serialization;

namespace Kayse.Testing.Contracts;

public sealed record Note
{
    public string Text { get; init; } = "";

    public IReadOnlyList<int> Numbers { get; init; } = [];
}

[JsonSerializable(typeof(Note))]
internal sealed partial class NoteJson : JsonSerializerContext;
