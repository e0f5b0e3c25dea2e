using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Http.Json;

/// <summary>
/// Finds everything that is wrong with the form of a body, and says it in the caller's words under the path of each
/// value: <c>postalAddress.lines[1]</c>. Looked for only once a body could not be read, as the serializer stops at the
/// first fault.
/// </summary>
internal sealed class BodyFaults
{
    private static readonly JsonDocumentOptions _syntax = new()
    {
        MaxDepth = JsonFormat.Requests.MaxDepth,
        AllowDuplicateProperties = false,
    };

    // More than anybody reads; a list of a million wrong numbers is not answered by a million messages.
    private const int MaxFaults = 50;

    private readonly Dictionary<string, string[]> _faults = new(StringComparer.Ordinal);

    /// <summary>The refusal for a body that is no <typeparamref name="T"/>.</summary>
    public static Refusal Find<T>(ReadOnlySpan<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json.ToArray(), _syntax);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return HttpErrors.Body("The body must be a JSON object.");
            var faults = new BodyFaults();
            faults.Look(typeof(T), document.RootElement, string.Empty);
            return faults._faults.Count > 0 ? GeneralErrors.Invalid(faults._faults) : HttpErrors.Body("The body could not be read.");
        }
        catch (JsonException exception)
        {
            return HttpErrors.Body(SyntaxMessage(exception));
        }
        catch (InvalidOperationException)
        {
            // A name that is half of a character pair.
            return HttpErrors.Body("The body must be a JSON object.");
        }
    }

    private static string SyntaxMessage(JsonException exception) =>
        exception.LineNumber is { } line
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The body must be a JSON object. The JSON is invalid at line {line + 1}, byte {exception.BytePositionInLine + 1}."
            )
            : "The body must be a JSON object without duplicate members.";

    private void Look(Type type, JsonElement value, string path, bool isItem = false)
    {
        if (_faults.Count == MaxFaults)
            return;
        type = Unwrapped(type, out var mayBeNull);
        if (value.ValueKind == JsonValueKind.Null)
        {
            // Whether a member that is null is missing its object says; what can't be null in a list is at fault
            // itself.
            if (!mayBeNull || (isItem && RequiredMembers.IsObject(type)))
                Add(path, JsonExpectations.Of(type));
            return;
        }

        var info = JsonFormat.Requests.GetTypeInfo(type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object:
                LookAtMembers(info, value, path);
                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind == JsonValueKind.Array:
                foreach (var (i, item) in value.EnumerateArray().Index())
                    Look(info.ElementType!, item, $"{path}[{i}]", isItem: true);
                break;
            case JsonTypeInfoKind.Dictionary when value.ValueKind == JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    Look(info.ElementType!, member.Value, PathOf(path, member.Name));
                break;
            default:
                if (!CanBeRead(info, value))
                    Add(path, JsonExpectations.Of(type));
                break;
        }
    }

    private void LookAtMembers(JsonTypeInfo info, JsonElement value, string path)
    {
        foreach (var member in info.Properties)
        {
            var isThere = value.TryGetProperty(member.Name, out var given);
            if (RequiredMembers.IsRequired(member) && (!isThere || given.ValueKind == JsonValueKind.Null))
                Add(PathOf(path, member.Name), "This is required.");
            else if (isThere)
                Look(member.PropertyType, given, PathOf(path, member.Name));
        }
    }

    private static bool CanBeRead(JsonTypeInfo info, JsonElement value)
    {
        try
        {
            _ = value.Deserialize(info);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private static Type Unwrapped(Type type, out bool mayBeNull)
    {
        mayBeNull = !type.IsValueType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>))
            (type, mayBeNull) = (type.GetGenericArguments()[0], true);
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            (type, mayBeNull) = (underlying, true);
        return type;
    }

    // A name that could pass for a part of the path, or that is no text at all, is not repeated.
    private static string PathOf(string path, string name)
    {
        var shown =
            name.Length <= 100 && name.EnumerateRunes().All(rune => Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '-') ? name : "*";
        return path.Length == 0 ? shown : $"{path}.{shown}";
    }

    private void Add(string path, string message) => _faults[path] = [message];
}
