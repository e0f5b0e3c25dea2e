namespace Kayse.Grains.Mail;

/// <summary>Tells a person that there were too many failed attempts to sign in as them.</summary>
/// <param name="From">Where from the last of them came.</param>
/// <param name="At">When.</param>
/// <param name="NotMe">The page on which they say that it wasn't they, with the token after <c>#</c>. Never
/// logged.</param>
/// <param name="ForgotPassword">The page on which to ask for a link that ends the lock.</param>
public sealed record AccountLockedEmail(
    string PersonName,
    string Address,
    RequestOrigin From,
    DateTimeOffset At,
    Uri NotMe,
    Uri ForgotPassword
)
{
    public EmailContent Compose() =>
        new EmailLayout(
            Subject: "Too many failed attempts to sign in to Kayse",
            Preheader: "Your account is locked for a while. You can open it at once.",
            Greeting: $"Hello {MailName.Of(PersonName)},",
            Paragraphs:
            [
                $"There were too many failed attempts to sign in to your Kayse account {Address}, so nobody can sign in to it for a while. The last was on {Times.Instant(At)}, {From.InWords}.",
                $"If it was you, wait a quarter of an hour and try again; or choose a new password, which opens your account at once: {ForgotPassword.AbsoluteUri}",
                "If it was not you, somebody was guessing, and did not get in. If you fear that they know your password, use the button: it signs you out everywhere, makes your password useless, and sends you a "
                    + "link to choose another.",
            ],
            ButtonLabel: "This wasn't me",
            NotMe,
            Notes:
            [
                "The link is for you alone and works for 7 days. Opening it changes nothing before you confirm.",
                "You get this mail at most every 6 hours, however often your account is locked.",
            ]
        ).Render();

    public override string ToString() => nameof(AccountLockedEmail);
}
