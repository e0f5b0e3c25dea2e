using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Passkeys;

namespace Kayse.Grains.Users;

/// <summary>Mails about a person's passkeys, without the secrets of their links.</summary>
internal static class UserPasskeyMail
{
    public static OutgoingMail Added(string userId, UserState next, Passkey passkey, DateTimeOffset now) =>
        Changed($"{userId}-passkey-{passkey.Id}-added", next, new PasskeyChangedEmail(now, passkey.Name), now);

    public static OutgoingMail Removed(string userId, UserState next, Passkey passkey, DateTimeOffset now) =>
        Changed($"{userId}-passkey-{passkey.Id}-removed", next, new PasskeyChangedEmail(now, passkey.Name) { IsRemoved = true }, now);

    private static OutgoingMail Changed(string mailId, UserState next, PasskeyChangedEmail email, DateTimeOffset now) =>
        new(mailId, next.Email!, next.FullName, email, now + NoticeRules.Lifetime);
}
