using Kayse.Grains.Members;

namespace Kayse.Grains.Tests.Members;

/// <summary>Members, for rules that look at them.</summary>
internal static class SampleMembers
{
    public static MemberRecord Of(Role role, string userId = "user", params IReadOnlyList<string> permissions) =>
        new()
        {
            UserId = userId,
            FullName = "Ben Member",
            Email = $"{userId}@firm.example",
            Access = AccessGrant.Unrestricted(role) with { Permissions = permissions },
        };
}
