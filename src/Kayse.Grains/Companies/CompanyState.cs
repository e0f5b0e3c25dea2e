using Kayse.Grains.ApiKeys;
using Kayse.Grains.State;

namespace Kayse.Grains.Companies;

[NoPersonalData("Details and settings, which belong to the company.")]
internal sealed record CompanyState
{
    /// <summary>Empty when there is no such company, or not yet.</summary>
    public string Name { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

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

    /// <summary>
    /// The Super Admins who may sign in without single sign-on while everybody else has to use it; null: nobody has to.
    /// </summary>
    public IReadOnlyList<string>? SsoExemptUserIds { get; init; }

    /// <summary>The most people that the company wants to have; null: what the operator lets companies have.</summary>
    public int? SeatLimit { get; init; }

    /// <summary>Grows with every change of the policy; its ETag.</summary>
    public long PolicyVersion { get; init; }

    /// <summary>
    /// Grows with every change that affects all members; with a member's own version it orders the memberships that
    /// people hold a copy of.
    /// </summary>
    public long Revision { get; init; }

    /// <summary>The API keys that belong to the company. The keys themselves know the rest.</summary>
    public IReadOnlyList<HeldServiceKey> ServiceKeys
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What has to follow from the last changes, in order.</summary>
    public IReadOnlyList<CompanyStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];
}
