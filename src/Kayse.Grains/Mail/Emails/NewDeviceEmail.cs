using Kayse.Grains.Sessions;

namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Tells a person of a sign-in on a device that they haven't used before (US-6). Its secret is the token of the link
/// that secures the account.
/// </summary>
[GenerateSerializer, Immutable, Alias("kayse.email.new-device")]
internal sealed record NewDeviceEmail([property: Id(0)] DateTimeOffset At, [property: Id(1)] ClientDevice Device) : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var (at, device) = (Times.Instant(At), Devices.InWords(Device));
        return new EmailLayout(
            Subject: "New sign-in to your Kayse account",
            Preheader: $"On {at}, {device}.",
            Paragraphs:
            [
                $"Someone signed in to your Kayse account {context.Address} on {at}, {device}. You haven't signed in on this device "
                    + "before, or not for a long time.",
                "If this was you, there is nothing to do. If not, someone else knows your password: select "
                    + $"\"{SecureAccount.Button}\". {SecureAccount.Remedy}",
            ],
            SecureAccount.Button,
            SecureAccount.Link(context),
            Notes: [SecureAccount.LinkNote]
        );
    }
}
