using System.Text.Json;
using System.Text.Json.Nodes;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Scim;

/// <summary>A person after a patch, and which attributes in the patch are not kept.</summary>
internal sealed record ScimPatched(ScimUser User, IReadOnlyList<string> Ignored);

/// <summary>
/// What patches do to a person (RFC 7644, 3.5.2), with what Entra and Okta send besides: dotted names and URNs as keys,
/// booleans as text, paths with a filter that nothing matches yet.
/// </summary>
internal static class ScimPatchRules
{
    /// <summary>How many attributes that are not kept are named.</summary>
    public const int MaxIgnored = 20;

    /// <summary>
    /// Makes all changes, in order. Refuses what can't be read or isn't allowed, so that none is made then.
    /// </summary>
    public static ScimPatched Apply(ScimUser current, ScimPatch patch)
    {
        var resource = JsonSerializer.SerializeToNode(current, ScimJson.Options)!.AsObject();
        var editor = new ScimEditor(resource);
        var ignored = new List<string>();
        foreach (var change in ScimChanges.Of(patch, ScimSchema.User))
        {
            if (change.Path.Attribute is not { } attribute)
                ignored.Add(change.Path.Name);
            else if (attribute.IsReadOnly)
                throw new RefusedException(ScimErrors.Mutability($"{attribute.Name} can't be changed."));
            else
                editor.Make(change, attribute);
        }

        var user = resource.Deserialize<ScimUser>(ScimJson.Options)!;
        return new ScimPatched(ScimUserRules.Check(user), [.. ignored.Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxIgnored)]);
    }
}
