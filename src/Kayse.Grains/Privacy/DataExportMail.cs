using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Sessions;
using Kayse.Grains.Users;

namespace Kayse.Grains.Privacy;

/// <summary>Mails to a person about their exports.</summary>
internal static class DataExportMail
{
    private static readonly TimeSpan _usefulFor = TimeSpan.FromDays(3);

    /// <summary>An export was asked for on a device that is new.</summary>
    public static OutgoingMail Requested(DataExport export, UserView user, ClientDevice device, DateTimeOffset now) =>
        new($"{export.Id}-requested", user.Email, user.FullName, new DataExportRequestedEmail(now, device), now + _usefulFor);

    /// <summary>An export is ready.</summary>
    public static OutgoingMail Ready(DataExport export, UserView user)
    {
        var expiresAt = DataExportRules.ExpiryOf(export)!.Value;
        return new($"{export.Id}-ready", user.Email, user.FullName, new DataExportReadyEmail(export.Id, expiresAt), expiresAt);
    }
}
