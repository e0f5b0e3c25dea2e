using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kayse.Grains.Audit;

namespace Kayse.WebHost.Audit;

/// <summary>Changes as the two objects of the contract, which have the same members.</summary>
internal static class ChangedFields
{
    /// <summary>For where no browser takes it for markup.</summary>
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject? Before(IReadOnlyList<AuditChange> changes) => Of(changes, change => change.Before);

    public static JsonObject? After(IReadOnlyList<AuditChange> changes) => Of(changes, change => change.After);

    private static JsonObject? Of(IReadOnlyList<AuditChange> changes, Func<AuditChange, string?> side)
    {
        if (changes.All(change => side(change) is null))
            return null;
        var fields = new JsonObject();
        foreach (var change in changes)
            fields[change.Field] = side(change) is { } value ? JsonNode.Parse(value) : null;
        return fields;
    }
}
