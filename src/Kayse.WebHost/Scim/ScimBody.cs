using System.Text.Json;
using Kayse.Grains.Errors;
using Kayse.Grains.Scim;

namespace Kayse.WebHost.Scim;

/// <summary>Reads the bodies of SCIM requests. Names count in any case, and unknown attributes are skipped.</summary>
internal static class ScimBody
{
    /// <summary>The JSON object in a body.</summary>
    public static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var body = ScimJson.Parse(utf8.ToArray());
            return body.ValueKind == JsonValueKind.Object ? body : throw Syntax("The body must be a JSON object.");
        }
        catch (JsonException)
        {
            throw Syntax("The body must be a JSON object without duplicate attributes.");
        }
    }

    public static ScimUser User(JsonElement body) => Read<ScimUser>(body);

    public static ScimGroup Group(JsonElement body)
    {
        var group = Read<GroupBody>(body);
        return new ScimGroup
        {
            DisplayName = group.DisplayName,
            ExternalId = group.ExternalId,
            MemberIds = group.Members is null ? null : [.. group.Members.Select(IdOf)],
        };
    }

    public static ScimPatch Patch(JsonElement body)
    {
        var patch = Read<PatchBody>(body);
        if (patch.Operations is not { Count: > 0 and <= ScimPatch.MaxOperations } operations)
            throw Syntax($"Operations must be a list of 1 to {ScimPatch.MaxOperations} operations.");
        return new ScimPatch([.. operations.Select(Of)]);
    }

    private static ScimOperation Of(OperationBody? operation) =>
        Enum.TryParse<ScimOp>(operation?.Op, ignoreCase: true, out var op) && char.IsAsciiLetter(operation.Op[0])
            ? new ScimOperation(
                op,
                operation.Path,
                operation.Value.ValueKind == JsonValueKind.Undefined ? null : operation.Value.GetRawText()
            )
            : throw Syntax("The op of an operation must be add, replace or remove.");

    private static string IdOf(MemberBody? member) =>
        member?.Value is { Length: > 0 } id
            ? id
            : throw new RefusedException(ScimErrors.InvalidValue("Each member needs a value: the id of a user."));

    private static T Read<T>(JsonElement body)
    {
        try
        {
            return body.Deserialize<T>(ScimJson.Options)!;
        }
        catch (JsonException exception)
        {
            var name = exception.Path is ['$', '.', .. var path] ? path : "A value";
            throw new RefusedException(ScimErrors.InvalidValue($"{name} has a value of another type than it should."));
        }
    }

    private static RefusedException Syntax(string message) => new(ScimErrors.InvalidSyntax(message));

    private sealed record GroupBody(string? DisplayName, string? ExternalId, IReadOnlyList<MemberBody?>? Members);

    private sealed record MemberBody(string? Value);

    private sealed record PatchBody(IReadOnlyList<OperationBody?>? Operations);

    private sealed record OperationBody(string Op, string? Path, JsonElement Value);
}
