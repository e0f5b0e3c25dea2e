using Kayse.Grains.Sessions;

namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Tells a person that their account was locked after failed attempts to sign in (US-6). Its secret is the token of the
/// link that secures the account.
/// </summary>
/// <param name="At">When the last attempt was.</param>
/// <param name="Device">Where it came from.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.account-locked")]
internal sealed record AccountLockedEmail([property: Id(0)] DateTimeOffset At, [property: Id(1)] ClientDevice Device) : Email
{
    public override EmailLayout Write(EmailContext context) =>
        new(
            Subject: "Your Kayse account is temporarily locked",
            Preheader: "There were too many failed attempts to sign in.",
            Paragraphs:
            [
                $"There were too many failed attempts to sign in to your Kayse account {context.Address}, so we locked it for a short "
                    + $"time. The last attempt was on {Times.Instant(At)}, {Devices.InWords(Device)}.",
                "If this was you, try again later, or reset your password to unlock the account now: "
                    + context.Links.ForgotPassword.AbsoluteUri,
                "If this wasn't you, nobody got in. If you think someone knows your password, select "
                    + $"\"{SecureAccount.Button}\". {SecureAccount.Remedy}",
            ],
            SecureAccount.Button,
            SecureAccount.Link(context),
            Notes: [SecureAccount.LinkNote, "We send this email at most once every 6 hours, no matter how often the account is locked."]
        );
}
