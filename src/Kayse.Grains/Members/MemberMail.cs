using Kayse.Grains.Mail;

namespace Kayse.Grains.Members;

/// <summary>What members are told by mail of what is done to them.</summary>
internal static class MemberMail
{
    private static readonly TimeSpan _usefulFor = TimeSpan.FromDays(3);

    /// <summary>That they have another role now (ME-2).</summary>
    public static OutgoingMail RoleChanged(string company, string changedBy, MemberRecord member, DateTimeOffset now) =>
        new(
            $"{member.UserId}-role-{now.UtcTicks}",
            member.Email,
            member.FullName,
            MailTemplates.RoleChanged,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["company"] = company,
                ["by"] = changedBy,
                ["name"] = member.FullName,
                ["role"] = RoleNames.Of(member.Role),
            },
            Secret: null,
            now + _usefulFor
        );
}
