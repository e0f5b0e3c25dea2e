using System.Collections;
using System.Text.Json;

namespace Kayse.WebHost.Http.Json;

/// <summary>What a value of a request has to be, in the caller's words.</summary>
internal static class JsonExpectations
{
    /// <summary>A sentence for a type that is neither nullable nor optional.</summary>
    public static string Of(Type type)
    {
        if (type.IsEnum)
            return $"This must be one of {string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName))}.";
        if (type == typeof(string))
            return "This must be a string.";
        if (type == typeof(bool))
            return "This must be true or false.";
        if (type == typeof(DateTimeOffset) || type == typeof(DateTime))
            return "This must be a date and time that exists, such as 2026-01-05T09:00:00Z.";
        if (type == typeof(DateOnly))
            return "This must be a date that exists, such as 2026-01-05.";
        if (type == typeof(TimeOnly))
            return "This must be a time of day, such as 09:00.";
        if (type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte))
            return "This must be a whole number.";
        if (type == typeof(decimal) || type == typeof(double) || type == typeof(float))
            return "This must be a number.";
        if (IsMap(type))
            return "This must be an object.";
        return type.IsAssignableTo(typeof(IEnumerable)) ? "This must be a list." : "This must be an object.";
    }

    private static bool IsMap(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);
}
