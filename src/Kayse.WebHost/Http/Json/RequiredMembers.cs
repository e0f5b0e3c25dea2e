using System.Collections;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace Kayse.WebHost.Http.Json;

/// <summary>
/// Which members of a request are required: those that C# calls so. The serializer is told not to insist, because its
/// exception doesn't name them in a way that a program can read; <see cref="BodyFaults"/> names them, all at once.
/// </summary>
internal static class RequiredMembers
{
    private static readonly ConcurrentDictionary<Type, Func<object, object?>[]> _required = new();

    /// <summary>Stops the serializer from insisting.</summary>
    public static void Release(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            property.IsRequired = false;
    }

    /// <summary>Whether C# calls a member required.</summary>
    public static bool IsRequired(JsonPropertyInfo member) =>
        member.AttributeProvider?.IsDefined(typeof(RequiredMemberAttribute), inherit: true) == true;

    /// <summary>
    /// Whether no required member of a request, or of an object in one of its lists, is missing or null.
    /// </summary>
    public static bool AreThere(object request)
    {
        foreach (var get in _required.GetOrAdd(request.GetType(), GettersOf))
        {
            var value = get(request);
            if (value is null || (value is IEnumerable items and not string && !AllAreThere(items)))
                return false;
        }

        return true;
    }

    private static bool AllAreThere(IEnumerable items)
    {
        foreach (var item in items)
        {
            if (
                item is not null
                && item.GetType().Namespace?.StartsWith(nameof(Kayse), StringComparison.Ordinal) == true
                && !item.GetType().IsEnum
                && !AreThere(item)
            )
                return false;
        }

        return true;
    }

    private static Func<object, object?>[] GettersOf(Type type) =>
        [.. JsonFormat.Requests.GetTypeInfo(type).Properties.Where(IsRequired).Select(property => property.Get!)];
}
