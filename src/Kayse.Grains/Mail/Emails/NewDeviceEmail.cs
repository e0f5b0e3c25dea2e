using Kayse.Grains.Sessions;

namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Tells a person of a sign-in on a device that they were never signed in on before (US-6). Its secret is the token of
/// the link that says that it wasn't they.
/// </summary>
/// <param name="At">When.</param>
/// <param name="Device">What it is, and where.</param>
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
                $"Somebody signed in to your Kayse account {context.Address} on {at}, {device}. You have not been signed in there "
                    + "before, or not for a long time.",
                "If it was you, there is nothing to do. If not, somebody else knows your password: the button signs you out everywhere, "
                    + "makes your password useless, and sends you a link to choose another.",
            ],
            Button: "This wasn't me",
            Link: context.Links.NotMe(context.Secret),
            Notes: ["The link is for you alone and works for 7 days. Opening it changes nothing before you confirm."]
        );
    }
}
