using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kayse.Grains.Errors;
using Kayse.WebHost.Api.Problems;

namespace Kayse.WebHost.Api.Json;

/// <summary>
/// Which members of a request are required: those that C# calls so. The serializer is told not to insist, because its exception
/// doesn't name them in a way that a program can read; here they are named, all at once.
/// </summary>
internal static class RequiredMembers
{
    /// <summary>Stops the serializer from insisting.</summary>
    public static void Release(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            property.IsRequired = false;
    }

    /// <summary>The refusal that names what is missing or null, or null when nothing is.</summary>
    public static Refusal? FindMissing<T>(T request)
        where T : class
    {
        Dictionary<string, string[]>? errors = null;
        foreach (var (name, get) in Of<T>.Members)
        {
            if (get(request) is null)
                (errors ??= new(StringComparer.Ordinal))[name] = ["This is required."];
        }

        return errors is null ? null : GeneralErrors.Invalid(errors);
    }

    private static class Of<T>
    {
        public static readonly (string Name, Func<object, object?> Get)[] Members =
        [
            .. JsonFormat.Requests.GetTypeInfo(typeof(T)).Properties
                .Where(property => property.AttributeProvider?.IsDefined(typeof(RequiredMemberAttribute), inherit: true) == true)
                .Select(property => (property.Name, property.Get!)),
        ];
    }
}
