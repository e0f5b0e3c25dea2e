using System.Globalization;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;

namespace Kayse.Grains.Invitations;

internal static class InvitationMail
{
    public static OutgoingMail For(InvitationState state, string mailId, string token) =>
        new(
            mailId,
            state.Details!.Email,
            state.Details.FullName,
            MailTemplates.Invitation,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["company"] = state.CompanyName,
                ["inviter"] = state.InvitedBy!.FullName,
                ["name"] = state.Details.FullName,
                ["role"] = RoleNames.Of(state.Details.Role),
                ["sentAt"] = state.SentAt.ToString("O", CultureInfo.InvariantCulture),
                ["expiresAt"] = state.ExpiresAt.ToString("O", CultureInfo.InvariantCulture),
            },
            token,
            state.ExpiresAt
        );
}
