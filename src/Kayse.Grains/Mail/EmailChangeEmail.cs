namespace Kayse.Grains.Mail;

/// <summary>Asks whoever reads an address whether it is to be a person's.</summary>
/// <param name="Link">The page on which it is confirmed, with the token after <c>#</c>. Never logged.</param>
/// <param name="Lifetime">How long the link is good for from the moment it is sent.</param>
/// <param name="ExpiresAt">The instant at which it ends.</param>
public sealed record EmailChangeEmail(string PersonName, string Address, Uri Link, TimeSpan Lifetime, DateTimeOffset ExpiresAt)
{
    public EmailContent Compose()
    {
        var within = Times.InWords(Lifetime);
        return new EmailLayout(
            Subject: "Confirm your new email address for Kayse",
            Preheader: $"Your address changes when you confirm it, within {within}.",
            Greeting: $"Hello {MailName.Of(PersonName)},",
            Paragraphs:
            [
                $"You asked to use {Address} for your Kayse account. From then on you sign in with it, and our mails go to it.",
                $"Please confirm within {within}. The link ends on {Times.Instant(ExpiresAt)}. Until you do, nothing changes.",
            ],
            ButtonLabel: "Confirm this address",
            Link,
            Notes:
            [
                "The link is for you alone and works once. If you asked more than once, only the latest link works.",
                "An address that has a Kayse account already can't be used for another one.",
                "If you did not ask for this, you can ignore this mail.",
            ]
        ).Render();
    }

    public override string ToString() => nameof(EmailChangeEmail);
}
