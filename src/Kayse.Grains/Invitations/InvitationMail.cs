using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Members;

namespace Kayse.Grains.Invitations;

internal static class InvitationMail
{
    /// <summary>The mail with the link, without its token.</summary>
    public static OutgoingMail For(InvitationState state, string mailId) =>
        new(
            mailId,
            state.Details!.Email,
            state.Details.FullName,
            new InvitationEmail(
                state.CompanyName,
                state.InvitedBy!.FullName,
                RoleNames.Of(state.Details.Role),
                state.SentAt,
                state.ExpiresAt
            ),
            state.ExpiresAt
        )
        {
            Company = new MailCompany(state.CompanyId!, state.CompanyName),
        };
}
