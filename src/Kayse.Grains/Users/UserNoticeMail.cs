using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Users;

/// <summary>Mails about sign-ins, without the secrets of their links.</summary>
internal static class UserNoticeMail
{
    /// <summary>There were too many failed attempts.</summary>
    public static OutgoingMail Locked(string mailId, UserState state, ClientDevice device, DateTimeOffset now) =>
        new(mailId, state.Email!, state.FullName, new AccountLockedEmail(now, device), now + NoticeRules.Lifetime);

    /// <summary>They, or somebody, signed in on a device that is not known.</summary>
    public static OutgoingMail NewDevice(string mailId, UserState state, ClientDevice device, DateTimeOffset now) =>
        new(mailId, state.Email!, state.FullName, new NewDeviceEmail(now, device), now + NoticeRules.Lifetime);
}
