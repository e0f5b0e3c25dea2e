using Kayse.Grains.Members;

namespace Kayse.Grains.Invitations;

/// <summary>Changes a pending invitation. A change that is null leaves what is there.</summary>
/// <param name="FullName">The new name.</param>
/// <param name="Email">The new address; another one than before is a resend.</param>
/// <param name="Role">The new role.</param>
/// <param name="PhoneNumber">The new number; its value null or blank takes the number away.</param>
/// <param name="PhoneCountry">ISO 3166 alpha-2 for a number in national form, or null.</param>
/// <param name="JobTitle">The new job title; its value null takes it away.</param>
/// <param name="ScopeIds">The new scopes.</param>
/// <param name="Permissions">The new permissions.</param>
/// <param name="AgentIds">The new agents.</param>
[GenerateSerializer, Immutable, Alias("kayse.update-invitation")]
public sealed record UpdateInvitation(
    [property: Id(0)] string? FullName,
    [property: Id(1)] string? Email,
    [property: Id(2)] Role? Role,
    [property: Id(3)] Change<string>? PhoneNumber,
    [property: Id(4)] string? PhoneCountry,
    [property: Id(5)] Change<string>? JobTitle,
    [property: Id(6)] IReadOnlyList<string>? ScopeIds,
    [property: Id(7)] IReadOnlyList<string>? Permissions,
    [property: Id(8)] IReadOnlyList<string>? AgentIds
)
{
    /// <summary>The new overrides, in place of all that there are.</summary>
    [Id(9)]
    public IReadOnlyDictionary<string, AgentOverride>? AgentOverrides { get; init; }

    /// <summary>The <see cref="InvitationView.Version"/> that the change was made for; null for any.</summary>
    [Id(10)]
    public long? ExpectedVersion { get; init; }

    /// <summary>
    /// The new mode; null leaves it. Without it naming scopes restricts to them, and naming none is refused for who is
    /// restricted.
    /// </summary>
    [Id(11)]
    public AccessMode? CaseAccess { get; init; }

    /// <summary>As <see cref="CaseAccess"/>, for agents.</summary>
    [Id(12)]
    public AccessMode? AgentAccess { get; init; }
}

/// <summary>A new value for something that may be taken away.</summary>
/// <param name="Value">The value; null takes it away.</param>
[GenerateSerializer, Immutable, Alias("kayse.change`1")]
public sealed record Change<T>([property: Id(0)] T? Value)
    where T : class;
