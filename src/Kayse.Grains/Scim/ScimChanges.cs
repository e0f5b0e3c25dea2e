using System.Text.Json.Nodes;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Scim;

/// <summary>An operation on one attribute.</summary>
/// <param name="Op">What is done.</param>
/// <param name="Path">To what.</param>
/// <param name="Value">With what; null with <paramref name="HasValue"/> is JSON's null.</param>
/// <param name="HasValue">Whether there is a value.</param>
internal sealed record ScimChange(ScimOp Op, ScimPath Path, JsonNode? Value, bool HasValue);

/// <summary>Reads the operations of a patch as changes of one attribute each.</summary>
internal static class ScimChanges
{
    /// <summary>
    /// The changes in order. An object without a path is one for each of its keys; attributes in it that can't be
    /// changed are passed over, as they are in a whole resource.
    /// </summary>
    public static IEnumerable<ScimChange> Of(ScimPatch patch, ScimSchema schema)
    {
        if (patch.Operations.Count is 0 or > ScimPatch.MaxOperations)
            throw new RefusedException(ScimErrors.InvalidSyntax($"A patch must have 1 to {ScimPatch.MaxOperations} operations."));
        return patch.Operations.SelectMany(operation => Of(operation, schema));
    }

    private static IEnumerable<ScimChange> Of(ScimOperation operation, ScimSchema schema)
    {
        var path = string.IsNullOrEmpty(operation.Path) ? null : ScimPath.Parse(operation.Path, schema);
        var value = operation.Value is { } json ? ScimValues.Parse(json) : null;
        if (path is { IsWhole: false })
            return [Single(new ScimChange(operation.Op, path, value, operation.Value is not null))];
        if (operation.Op == ScimOp.Remove)
            throw new RefusedException(ScimErrors.NoTarget("An operation that removes needs a path."));
        return value is JsonObject attributes
            ? InObject(operation.Op, attributes, schema)
            : throw ScimValues.Invalid("An operation without a path needs an object with attributes as its value.");
    }

    private static ScimChange Single(ScimChange change) =>
        change.HasValue || change.Op == ScimOp.Remove
            ? change
            : throw ScimValues.Invalid("An operation that adds or replaces needs a value.");

    private static IEnumerable<ScimChange> InObject(ScimOp op, JsonObject attributes, ScimSchema schema)
    {
        foreach (var (key, value) in attributes)
        {
            var path = ScimPath.Parse(key, schema);
            if (path.IsWhole)
            {
                foreach (var change in InObject(op, value as JsonObject ?? throw ScimValues.Invalid($"{key} must be an object."), schema))
                    yield return change;
            }
            else if (path.Attribute?.IsReadOnly != true)
            {
                yield return new ScimChange(op, path, value, HasValue: true);
            }
        }
    }
}
