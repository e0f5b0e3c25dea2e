namespace Kayse.WebHost.Members;

/// <summary>A change of a member that is not made.</summary>
internal sealed class PreviewAccessRequest
{
    /// <summary>As the request that updates a member takes it.</summary>
    public required UpdateMemberRequest Changes { get; init; }
}
