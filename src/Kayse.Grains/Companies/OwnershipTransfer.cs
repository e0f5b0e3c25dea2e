using Kayse.Grains.State;

namespace Kayse.Grains.Companies;

/// <summary>A transfer of ownership from its decision until both members have their roles.</summary>
/// <param name="FromUserId">Who becomes Admin.</param>
/// <param name="FromTold">What others are to be told of it.</param>
/// <param name="ToUserId">Who becomes Super Admin.</param>
/// <param name="ToTold">What others are to be told of it.</param>
internal sealed record OwnershipTransfer(
    string FromUserId,
    IReadOnlyList<Announcement> FromTold,
    string ToUserId,
    IReadOnlyList<Announcement> ToTold
);
