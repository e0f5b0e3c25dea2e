using Kayse.Grains.State;

namespace Kayse.Grains.Companies;

internal sealed record CompanyState
{
    /// <summary>Empty when there is no such company, or not yet.</summary>
    public string Name { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// The sign-up that is making the company; null when none is under way. Survives a crash in its midst.
    /// </summary>
    public SignUp? Founding { get; init; }

    /// <summary>The member who is being created with an account of their own; null when none is.</summary>
    public MemberCreation? Creating { get; init; }

    /// <summary>The transfer of ownership that is under way; null when none is.</summary>
    public OwnershipTransfer? Transferring { get; init; }

    /// <summary>The person who signed up; null when there is no such company, or not yet.</summary>
    public string? FounderId { get; init; }

    /// <summary>E.164, or null.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Normalised, or null.</summary>
    public string? Email { get; init; }

    public PostalAddress? PostalAddress { get; init; }

    /// <summary>A URL, or null.</summary>
    public string? Website { get; init; }

    /// <summary>Grows with every change of the details; their ETag.</summary>
    public long DetailsVersion { get; init; }

    public SecurityPolicy Policy
    {
        get;
        init => field = value ?? SecurityPolicy.Default;
    } = SecurityPolicy.Default;

    /// <summary>Since when the policy has wanted a second factor; null when it doesn't.</summary>
    public DateTimeOffset? TwoFactorRequiredSince { get; init; }

    /// <summary>The most people that the company wants to have; null: what the operator lets companies have.</summary>
    public int? SeatLimit { get; init; }

    /// <summary>Grows with every change of the policy; its ETag.</summary>
    public long PolicyVersion { get; init; }

    /// <summary>
    /// Grows with every change that concerns all members; with a member's own version it orders the copies that people
    /// get.
    /// </summary>
    public long Revision { get; init; }

    /// <summary>Whether there are members whose copy may be behind this.</summary>
    public bool Pushing { get; init; }

    /// <summary>What others have not been told yet of the last changes.</summary>
    public IReadOnlyList<Announcement> Announcing
    {
        get;
        init => field = value ?? [];
    } = [];
}
