using System.Text.Json.Serialization.Metadata;

namespace Kayse.WebHost.Http.Json;

/// <summary>
/// Shows a member of a PATCH to the generator of the OpenAPI document as what it holds. Requests are read with
/// <see cref="JsonFormat.Requests"/>, which knows <see cref="Optional{T}"/> itself.
/// </summary>
internal static class OptionalMembers
{
    public static void Unwrap(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        for (var i = 0; i < type.Properties.Count; i++)
        {
            if (IsOptional(type.Properties[i].PropertyType))
                type.Properties[i] = Unwrapped(type, type.Properties[i]);
        }
    }

    /// <summary>Whether a type is <see cref="Optional{T}"/> of something.</summary>
    public static bool IsOptional(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);

    private static JsonPropertyInfo Unwrapped(JsonTypeInfo type, JsonPropertyInfo member)
    {
        var unwrapped = type.CreateJsonPropertyInfo(member.PropertyType.GetGenericArguments()[0], member.Name);
        unwrapped.AttributeProvider = member.AttributeProvider;
        // A member without accessors is not part of the schema.
        unwrapped.Set = static (_, _) => throw new NotSupportedException("Requests are read with JsonFormat.Requests.");
        return unwrapped;
    }
}
