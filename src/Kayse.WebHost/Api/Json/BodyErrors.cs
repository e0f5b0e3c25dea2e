using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kayse.Grains.Errors;
using Kayse.WebHost.Api.Problems;

namespace Kayse.WebHost.Api.Json;

/// <summary>Says what is wrong with a body in the caller's words: the serializer's own speak of our types.</summary>
internal static class BodyErrors
{
    /// <summary>The refusal for a body that could not be read as a <typeparamref name="T"/>.</summary>
    public static Refusal Of<T>(JsonException exception)
        => FieldOf<T>(exception.Path) is { } property
            ? HttpErrors.Field(property.Name, Expectation(property.PropertyType))
            : HttpErrors.Body("The body must be a JSON object.");

    // A path is $.name, $.name[0] and so on; $ is the body itself, whose syntax is at fault then.
    private static JsonPropertyInfo? FieldOf<T>(string? path)
    {
        if (path is null || !path.StartsWith("$.", StringComparison.Ordinal))
            return null;
        var end = path.AsSpan(2).IndexOfAny('.', '[');
        var name = end < 0 ? path[2..] : path[2..(2 + end)];
        return JsonFormat.Requests.GetTypeInfo(typeof(T)).Properties.FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.Ordinal));
    }

    private static string Expectation(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>))
            type = type.GetGenericArguments()[0];
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return $"This must be one of {string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName))}.";
        if (type == typeof(bool))
            return "This must be true or false.";
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return "This must be an object.";
        if (type == typeof(int))
            return "This must be a whole number.";
        if (type == typeof(string))
            return "This must be a text.";
        return type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? "This must be a list of texts." : "This must be an object with its members as they should be.";
    }
}
