using Kayse.Grains.Users;

namespace Kayse.Grains.Members;

/// <summary>What keeps a member from using what they may do.</summary>
internal static class AccessBlocks
{
    /// <param name="member">The member.</param>
    /// <param name="standing">What is so of their account; null when they have none.</param>
    /// <param name="twoFactorRequiredFrom">From when on the company requires a second factor of them; null when it
    /// doesn't.</param>
    /// <param name="now">What time it is.</param>
    public static IReadOnlyList<AccessBlock> Of(
        MemberRecord member,
        UserStanding? standing,
        DateTimeOffset? twoFactorRequiredFrom,
        DateTimeOffset now
    )
    {
        var blocks = new List<AccessBlock>();
        if (member.Status == MemberStatus.Deactivated)
            blocks.Add(new AccessBlock(AccessBlockKind.Deactivated));
        if (standing is { MustChangePassword: true })
            blocks.Add(new AccessBlock(AccessBlockKind.PasswordChangeRequired));
        if (standing is { HasSecondFactor: false } && twoFactorRequiredFrom is { } from)
            blocks.Add(new AccessBlock(AccessBlockKind.TwoFactorRequired, from <= now ? null : from));
        if (
            standing is { EmailVerified: false }
            && member.Access.EffectivePermissions().Contains(Permissions.InviteMembers, StringComparer.Ordinal)
        )
            blocks.Add(new AccessBlock(AccessBlockKind.EmailNotVerified));
        return blocks;
    }
}
