using System.Text.Json.Nodes;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Scim;

/// <summary>Makes changes to the attributes of a resource.</summary>
internal sealed class ScimEditor(JsonObject resource)
{
    /// <summary>Makes one change of an attribute.</summary>
    public void Make(ScimChange change, ScimAttribute attribute)
    {
        if (attribute.IsMultiValued)
            new ScimListEditor(resource, attribute).Make(change);
        else if (attribute.Type == ScimType.Complex)
            MakeComplex(change, attribute);
        else
            SetOrRemove(resource, attribute, change);
    }

    private void MakeComplex(ScimChange change, ScimAttribute attribute)
    {
        var current = resource[attribute.Name] as JsonObject ?? [];
        if (change.Path.Sub is { } sub)
            SetOrRemove(current, sub, change);
        else if (change.Op == ScimOp.Remove || change.Value is null)
            current.Clear();
        else
            Merge(current, ScimValues.ReadComplex(attribute, change.Value));
        resource.Remove(attribute.Name);
        if (current.Count > 0)
            resource[attribute.Name] = current;
    }

    /// <summary>Sets an attribute that isn't complex; null removes it.</summary>
    public static void SetOrRemove(JsonObject target, ScimAttribute attribute, ScimChange change)
    {
        if (change.Op != ScimOp.Remove && change.Value is not null)
            target[attribute.Name] = ScimValues.ReadSimple(attribute, change.Value);
        else if (attribute.IsRequired || attribute.Name == "active")
            throw new RefusedException(ScimErrors.Mutability($"{attribute.Name} can't be removed."));
        else
            target.Remove(attribute.Name);
    }

    /// <summary>Sets the attributes that are given, and leaves the others.</summary>
    public static void Merge(JsonObject target, JsonObject given)
    {
        foreach (var (name, value) in given)
            target[name] = value!.DeepClone();
    }
}
