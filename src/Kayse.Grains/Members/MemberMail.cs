using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Users;

namespace Kayse.Grains.Members;

/// <summary>Mails to members about what is done to them.</summary>
internal static class MemberMail
{
    private static readonly TimeSpan _usefulFor = TimeSpan.FromDays(3);
    private static readonly TimeSpan _addedUsefulFor = TimeSpan.FromDays(7);

    /// <summary>The mail about a new role, for an active member; empty when the role is the same.</summary>
    public static IReadOnlyList<OutgoingMail> OfRole(
        string company,
        MemberRecord changedBy,
        MemberRecord before,
        MemberRecord next,
        DateTimeOffset now
    ) => before.Role == next.Role || next.Status != MemberStatus.Active ? [] : [RoleChanged(company, changedBy.FullName, next, now)];

    /// <summary>A company has added them without asking (IN-8).</summary>
    public static OutgoingMail Added(string company, MemberRecord inviter, string mailId, Role role, UserView user, DateTimeOffset now) =>
        new(
            mailId,
            user.Email,
            user.FullName,
            new MemberAddedEmail(company, inviter.FullName, RoleNames.Of(role)),
            now + _addedUsefulFor
        );

    /// <summary>The company's identity provider has added them, who had an account already (EN-3).</summary>
    public static OutgoingMail Provisioned(string company, string companyId, MemberRecord member, UserView user, DateTimeOffset now) =>
        new(
            $"{companyId}-{user.Id}-provisioned-{now.UtcTicks}",
            user.Email,
            user.FullName,
            new MemberProvisionedEmail(company, RoleNames.Of(member.Role)),
            now + _addedUsefulFor
        );

    /// <summary>Tells an admin that a member has asked for their account to be deleted, or has taken that back (PR-4).</summary>
    public static OutgoingMail OfDeletion(
        string company,
        MemberRecord member,
        MemberRecord admin,
        DeletionNews news,
        DateTimeOffset now
    ) =>
        new(
            $"{admin.UserId}-{member.UserId}-deletion-{news.At.UtcTicks}",
            admin.Email,
            admin.FullName,
            new MemberDeletionEmail(company, member.FullName, member.UserId, news.DueAt),
            now + _usefulFor
        );

    /// <summary>They have another role now (ME-2).</summary>
    public static OutgoingMail RoleChanged(string company, string changedBy, MemberRecord member, DateTimeOffset now) =>
        new(
            $"{member.UserId}-role-{now.UtcTicks}",
            member.Email,
            member.FullName,
            new RoleChangedEmail(company, changedBy, RoleNames.Of(member.Role)),
            now + _usefulFor
        );
}
