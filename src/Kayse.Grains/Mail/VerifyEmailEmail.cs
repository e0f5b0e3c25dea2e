namespace Kayse.Grains.Mail;

/// <summary>Asks whoever reads an address to prove that they signed up with it, by a link or a code.</summary>
/// <param name="Link">The page on which it is proved, with the token after <c>#</c>. Never logged.</param>
/// <param name="Code">Six digits. Never logged.</param>
/// <param name="CodeLifetime">How long the code is good for from the moment it is sent.</param>
/// <param name="LinkLifetime">How long the link is.</param>
public sealed record VerifyEmailEmail(
    string PersonName,
    string Address,
    Uri Link,
    string Code,
    TimeSpan CodeLifetime,
    TimeSpan LinkLifetime
)
{
    public EmailContent Compose() =>
        new EmailLayout(
            Subject: "Verify your email address for Kayse",
            Preheader: "Enter the code from this mail, or follow its link.",
            Greeting: $"Hello {MailName.Of(PersonName)},",
            Paragraphs:
            [
                $"Your Kayse account uses the address {Address}. Verify it, so that you can invite the people you work with.",
                $"Your code is {Code}. It works for {Times.InWords(CodeLifetime)}.",
                $"Or follow this link. It works for {Times.InWords(LinkLifetime)}.",
            ],
            ButtonLabel: "Verify this address",
            Link,
            Notes:
            [
                "Only the latest mail counts if you asked for several.",
                "If you did not sign up for Kayse, ignore this mail: don't follow the link, and give the code to nobody.",
            ]
        ).Render();

    public override string ToString() => nameof(VerifyEmailEmail);
}
