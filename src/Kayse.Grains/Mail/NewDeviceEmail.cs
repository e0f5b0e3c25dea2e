namespace Kayse.Grains.Mail;

/// <summary>Tells a person of a sign-in on a device that they were never signed in on before.</summary>
/// <param name="From">What and where it is.</param>
/// <param name="At">When.</param>
/// <param name="NotMe">The page on which they say that it wasn't they, with the token after <c>#</c>. Never
/// logged.</param>
public sealed record NewDeviceEmail(string PersonName, string Address, RequestOrigin From, DateTimeOffset At, Uri NotMe)
{
    public EmailContent Compose() =>
        new EmailLayout(
            Subject: "New sign-in to your Kayse account",
            Preheader: $"On {Times.Instant(At)}, {From.InWords}.",
            Greeting: $"Hello {MailName.Of(PersonName)},",
            Paragraphs:
            [
                $"Somebody signed in to your Kayse account {Address} on {Times.Instant(At)}, {From.InWords}. You have not been signed in there before, or not for a long time.",
                "If it was you, there is nothing to do. If not, somebody else knows your password: the button signs you out everywhere, makes your password useless, and sends you a link to choose another.",
            ],
            ButtonLabel: "This wasn't me",
            NotMe,
            Notes: ["The link is for you alone and works for 7 days. Opening it changes nothing before you confirm."]
        ).Render();

    public override string ToString() => nameof(NewDeviceEmail);
}
