using System.Text.Json;
using System.Text.Json.Nodes;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Scim;

/// <summary>What identity providers may say of a group.</summary>
internal static class ScimGroupRules
{
    private const int MaxText = 256;

    /// <summary>How many members a request may name.</summary>
    public const int MaxMembers = 20_000;

    /// <summary>A new group, or all of one in place of what was there. Members that aren't named at all stay.</summary>
    public static ScimGroup Check(ScimGroup sent)
    {
        if (string.IsNullOrWhiteSpace(sent.DisplayName))
            throw ScimValues.Invalid("displayName is required.");
        EnsureFew(sent.MemberIds?.Count ?? 0);
        return sent with
        {
            DisplayName = CheckText("displayName", sent.DisplayName),
            ExternalId = string.IsNullOrWhiteSpace(sent.ExternalId) ? null : CheckText("externalId", sent.ExternalId),
            MemberIds = sent.MemberIds is null ? null : [.. sent.MemberIds.Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>What a patch comes to. Refuses what can't be read or isn't allowed.</summary>
    public static ScimGroupChange Read(ScimPatch patch)
    {
        var reader = new ScimGroupPatchReader();
        foreach (var change in ScimChanges.Of(patch, ScimSchema.Group))
            reader.Read(change);
        return reader.Result;
    }

    /// <summary>Refuses a request that names more members than a group can have.</summary>
    public static void EnsureFew(int members)
    {
        if (members > MaxMembers)
            throw ScimValues.Invalid($"A request may name up to {MaxMembers} members.");
    }

    /// <summary>A text of a group, as it is kept.</summary>
    public static string CheckText(string name, string text) =>
        text.Length > MaxText ? throw ScimValues.Invalid($"{name} may have up to {MaxText} characters.")
        : text.Any(char.IsControl) ? throw ScimValues.Invalid($"{name} must not have control characters.")
        : text.Trim();
}
