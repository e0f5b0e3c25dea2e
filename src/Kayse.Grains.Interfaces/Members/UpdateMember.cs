using Kayse.Grains.Invitations;

namespace Kayse.Grains.Members;

/// <summary>Changes a member (ME-2). A change that is null leaves what is there.</summary>
/// <param name="FullName">How the company lists them. The person's own name, by which they are greeted and signed in,
/// stays theirs.</param>
/// <param name="JobTitle">The new job title; its value null takes it away.</param>
/// <param name="Role">The new role. Who gets another than User loses scopes and granted permissions, and sees every
/// case type.</param>
/// <param name="ScopeIds">The new scopes; only a User has some.</param>
/// <param name="Permissions">What a User is granted; higher roles have all.</param>
/// <param name="AgentIds">The new agents.</param>
/// <param name="AgentOverrides">The new overrides, all of them.</param>
/// <param name="ExpectedVersion">The version that the change is meant for; null: whichever is there.</param>
[GenerateSerializer, Immutable, Alias("kayse.update-member")]
public sealed record UpdateMember(
    [property: Id(0)] string? FullName = null,
    [property: Id(1)] Change<string>? JobTitle = null,
    [property: Id(2)] Role? Role = null,
    [property: Id(3)] IReadOnlyList<string>? ScopeIds = null,
    [property: Id(4)] IReadOnlyList<string>? Permissions = null,
    [property: Id(5)] IReadOnlyList<string>? AgentIds = null,
    [property: Id(6)] IReadOnlyDictionary<string, AgentOverride>? AgentOverrides = null,
    [property: Id(7)] long? ExpectedVersion = null
)
{
    /// <summary>
    /// The new mode; null leaves it. Without it naming scopes restricts to them, and naming none is refused for who is
    /// restricted.
    /// </summary>
    [Id(8)]
    public AccessMode? CaseAccess { get; init; }

    /// <summary>As <see cref="CaseAccess"/>, for agents.</summary>
    [Id(9)]
    public AccessMode? AgentAccess { get; init; }
}
