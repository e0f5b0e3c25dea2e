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
    private static readonly ConcurrentDictionary<Type, Member[]> _members = new();

    /// <summary>Stops the serializer from insisting.</summary>
    public static void Release(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            property.IsRequired = false;
    }

    /// <summary>Whether C# calls a member required.</summary>
    public static bool IsRequired(JsonPropertyInfo member) =>
        member.AttributeProvider?.IsDefined(typeof(RequiredMemberAttribute), inherit: true) == true;

    /// <summary>Whether a type is one of our objects, none of which is null in a list.</summary>
    public static bool IsObject(Type type) =>
        type is { IsClass: true } && type.Namespace?.StartsWith(nameof(Kayse), StringComparison.Ordinal) == true;

    /// <summary>
    /// Whether no required member of a request, or of an object in it, is missing or null, and no object in a list is.
    /// </summary>
    public static bool AreThere(object request) =>
        Array.TrueForAll(
            _members.GetOrAdd(request.GetType(), MembersOf),
            member => member.Get(request) is { } value ? member.IsComplete(value) : !member.IsRequired
        );

    private static bool AllAreThere(IEnumerable items)
    {
        foreach (var item in items)
        {
            if (item is null || !AreThere(item))
                return false;
        }

        return true;
    }

    private static Member[] MembersOf(Type type) =>
        [
            .. JsonFormat
                .Requests.GetTypeInfo(type)
                .Properties.Where(property => property.Get is not null)
                .Select(property => new Member(property.Get!, IsRequired(property), CheckOf(property))),
        ];

    private static Func<object, bool> CheckOf(JsonPropertyInfo property)
    {
        if (IsObject(property.PropertyType))
            return AreThere;
        return
            JsonFormat.Requests.GetTypeInfo(property.PropertyType) is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element }
            && IsObject(element)
            ? items => AllAreThere((IEnumerable)items)
            : _ => true;
    }

    private readonly record struct Member(Func<object, object?> Get, bool IsRequired, Func<object, bool> IsComplete);
}
