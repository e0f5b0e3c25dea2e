using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;

namespace Kayse.WebHost.Http.Json;

/// <summary>Members of a PATCH as commands have them.</summary>
internal static class Optionals
{
    /// <summary>Refuses null for members that can't be taken away, naming them all.</summary>
    public static void RefuseNull(params ReadOnlySpan<(string Name, bool IsNull)> members)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, isNull) in members)
        {
            if (isNull)
                errors[name] = ["This can't be null."];
        }

        if (errors.Count > 0)
            throw new RefusedException(GeneralErrors.Invalid(errors));
    }

    /// <summary>The change that a member asks for; null when it is absent.</summary>
    public static Change<T>? ToChange<T>(this Optional<T?> member)
        where T : class => member.IsPresent ? new Change<T>(member.Value) : null;
}
