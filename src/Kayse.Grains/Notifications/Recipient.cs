using Kayse.Grains.Users;
using NodaTime;

namespace Kayse.Grains.Notifications;

/// <summary>What decides, beside the settings, what reaches a person. Read anew for every delivery.</summary>
/// <param name="UserId">The person.</param>
internal sealed record Recipient(string UserId)
{
    /// <summary>Their active memberships.</summary>
    public IReadOnlyList<Membership> Memberships { get; init; } = [];

    /// <summary>Null when there is no such person any more.</summary>
    public string? Email { get; init; }

    public string FullName { get; init; } = "";

    /// <summary>Whether they proved that the address is theirs.</summary>
    public bool EmailVerified { get; init; }

    /// <summary>Whether they have left the emails about notifications on.</summary>
    public bool WantsEmail { get; init; }

    /// <summary>Whether they have a device for push.</summary>
    public bool HasDevice { get; init; }

    /// <summary>The profile's, else UTC.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>The membership in a company; null where they are not an active member.</summary>
    public Membership? MembershipIn(string companyId) => Memberships.FirstOrDefault(membership => membership.CompanyId == companyId);
}
