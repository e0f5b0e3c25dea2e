namespace Kayse.Grains.Members;

/// <summary>What a member may do, why, and what keeps them from it (RO-8).</summary>
/// <param name="Member">The member.</param>
/// <param name="Access">What they may do, and why.</param>
/// <param name="Blocks">What keeps them from using it; empty when nothing does.</param>
[GenerateSerializer, Immutable, Alias("kayse.member-access")]
public sealed record MemberAccess(
    [property: Id(0)] MemberView Member,
    [property: Id(1)] AccessExplanation Access,
    [property: Id(2)] IReadOnlyList<AccessBlock> Blocks
);

/// <summary>Something that keeps a member from using their access.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">From when on; null: now.</param>
[GenerateSerializer, Immutable, Alias("kayse.access-block")]
public sealed record AccessBlock([property: Id(0)] AccessBlockKind Kind, [property: Id(1)] DateTimeOffset? From = null);

/// <summary>What keeps a member from using their access.</summary>
[GenerateSerializer, Alias("kayse.access-block-kind")]
public enum AccessBlockKind
{
    /// <summary>They were deactivated: they can't use the company at all.</summary>
    Deactivated = 0,

    /// <summary>They have to choose a password of their own first.</summary>
    PasswordChangeRequired = 1,

    /// <summary>The company requires a second factor, and they have none.</summary>
    TwoFactorRequired = 2,

    /// <summary>They have not verified their email address, so they can't invite anybody.</summary>
    EmailNotVerified = 3,
}
