using Kayse.Grains.Sessions;

namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Tells a person that there were too many failed attempts to sign in as them (US-6). Its secret is the token of the
/// link that says that it wasn't they.
/// </summary>
/// <param name="At">When the last of them was.</param>
/// <param name="Device">Where from.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.account-locked")]
internal sealed record AccountLockedEmail([property: Id(0)] DateTimeOffset At, [property: Id(1)] ClientDevice Device) : Email
{
    public override EmailLayout Write(EmailContext context) =>
        new(
            Subject: "Too many failed attempts to sign in to Kayse",
            Preheader: "Your account is locked for a while. You can open it at once.",
            Paragraphs:
            [
                $"There were too many failed attempts to sign in to your Kayse account {context.Address}, so nobody can sign in to it "
                    + $"for a while. The last was on {Times.Instant(At)}, {Devices.InWords(Device)}.",
                "If it was you, wait a quarter of an hour and try again; or choose a new password, which opens your account at once: "
                    + context.Links.ForgotPassword.AbsoluteUri,
                "If it was not you, somebody was guessing, and did not get in. If you fear that they know your password, use the "
                    + "button: it signs you out everywhere, makes your password useless, and sends you a link to choose another.",
            ],
            Button: "This wasn't me",
            Link: context.Links.NotMe(context.Secret),
            Notes:
            [
                "The link is for you alone and works for 7 days. Opening it changes nothing before you confirm.",
                "You get this mail at most every 6 hours, however often your account is locked.",
            ]
        );
}
