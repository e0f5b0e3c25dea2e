namespace Kayse.Grains.Mail;

/// <summary>Tells a person that their password was changed, so that they notice when it wasn't they.</summary>
/// <param name="CompanyName">The company whose admin set it; null when the person chose it.</param>
/// <param name="At">When.</param>
/// <param name="NotMe">The page on which they say that it wasn't they, with the token after <c>#</c>. Never
/// logged.</param>
public sealed record PasswordChangedEmail(string PersonName, string Address, string? CompanyName, DateTimeOffset At, Uri NotMe)
{
    public EmailContent Compose() =>
        new EmailLayout(
            Subject: "Your Kayse password was changed",
            Preheader: "If this was not you, say so now.",
            Greeting: $"Hello {MailName.Of(PersonName)},",
            Paragraphs:
            [
                $"The password of your Kayse account {Address} was {How} on {Times.Instant(At)}. Every other session was signed out.",
                CompanyName is null
                    ? "If this was you, there is nothing to do. If not, somebody else has your account: the button signs them out everywhere, makes their password useless, and sends you a link to choose another."
                    : "They will tell you the password. When you sign in with it, you will be asked to choose one of your own. If you know nothing of this, the button makes it useless, and sends you a link to choose "
                        + "a password yourself.",
            ],
            ButtonLabel: "This wasn't me",
            NotMe,
            Notes:
            [
                "The link is for you alone and works for 7 days. Opening it changes nothing before you confirm.",
                "You get this mail whenever the password of your account is changed.",
            ]
        ).Render();

    private string How => CompanyName is null ? "changed" : $"set by an administrator of {MailName.Of(CompanyName)}";

    public override string ToString() => nameof(PasswordChangedEmail);
}
