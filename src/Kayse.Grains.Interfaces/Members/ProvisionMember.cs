namespace Kayse.Grains.Members;

/// <summary>Makes somebody a member because the company's identity provider says so.</summary>
/// <param name="UserId">The id that they get if they have no account yet; a repetition has the same.</param>
/// <param name="FullName">1 to 200 characters.</param>
/// <param name="Email">Any form of the address.</param>
/// <param name="Reason">What the identity provider did.</param>
[GenerateSerializer, Immutable, Alias("kayse.provision-member")]
public sealed record ProvisionMember(
    [property: Id(0)] string UserId,
    [property: Id(1)] string FullName,
    [property: Id(2)] string Email,
    [property: Id(3)] ProvisioningReason Reason
)
{
    /// <summary>Up to 200 characters, or null.</summary>
    [Id(4)]
    public string? JobTitle { get; init; }

    /// <summary>
    /// Who it is, where the identity provider has brought them before, whatever their address is now; null where it is
    /// the address that says so. Without effect when that person has no account any more.
    /// </summary>
    [Id(6)]
    public string? KnownUserId { get; init; }

    /// <summary>What somebody new may do; nothing, unless this says otherwise.</summary>
    [Id(5)]
    public ProvisionedAccess Access { get; init; } = ProvisionedAccess.Nothing;

    /// <summary>Leaves name and address out.</summary>
    public override string ToString() => nameof(ProvisionMember);
}

/// <summary>Why an identity provider makes somebody a member.</summary>
[GenerateSerializer, Alias("kayse.provisioning-reason")]
public enum ProvisioningReason
{
    /// <summary>They are signing in (just in time).</summary>
    SignIn = 0,

    /// <summary>It keeps a directory in step (SCIM).</summary>
    Directory = 1,
}

/// <summary>Somebody who is a member now.</summary>
/// <param name="Member">The member. Somebody whom an admin has deactivated still is.</param>
/// <param name="Outcome">How they became one.</param>
[GenerateSerializer, Immutable, Alias("kayse.provisioned-member")]
public sealed record ProvisionedMember([property: Id(0)] MemberView Member, [property: Id(1)] ProvisioningOutcome Outcome);

/// <summary>How somebody became a member.</summary>
[GenerateSerializer, Alias("kayse.provisioning-outcome")]
public enum ProvisioningOutcome
{
    /// <summary>They were one, and nothing has changed.</summary>
    Unchanged = 0,

    /// <summary>They got an account.</summary>
    Created = 1,

    /// <summary>They had an account and were added with it.</summary>
    Added = 2,

    /// <summary>They were deactivated and are active again.</summary>
    Reactivated = 3,
}

/// <summary>All members of a company, as an identity provider may read them.</summary>
/// <param name="Revision">Names this state of the roster.</param>
/// <param name="Members">Everybody; null when the reader has this state already.</param>
[GenerateSerializer, Immutable, Alias("kayse.provisioned-roster")]
public sealed record ProvisionedRoster([property: Id(0)] string Revision, [property: Id(1)] IReadOnlyList<MemberView>? Members);
