namespace Kayse.Grains.Mail;

/// <summary>Sends a person the link to choose a new password.</summary>
/// <param name="CompanyName">The company whose admin asked for it; null when the person did.</param>
/// <param name="Link">The page on which the password is chosen, with the token after <c>#</c>. Never logged: it opens
/// the account.</param>
/// <param name="Lifetime">How long the link is good for from the moment it is sent.</param>
/// <param name="ExpiresAt">The instant at which it ends.</param>
public sealed record PasswordResetEmail(string PersonName, string? CompanyName, Uri Link, TimeSpan Lifetime, DateTimeOffset ExpiresAt)
{
    /// <summary>
    /// Whether the person has no password that works, having said that somebody else was in their account.
    /// </summary>
    public bool IsPasswordVoid { get; init; }

    public EmailContent Compose()
    {
        var within = Times.InWords(Lifetime);
        return new EmailLayout(
            Subject: "Choose a new password for Kayse",
            Preheader: $"The link works once, within {within}.",
            Greeting: $"Hello {MailName.Of(PersonName)},",
            Paragraphs:
            [
                Why,
                $"Please do so within {within}. The link ends on {Times.Instant(ExpiresAt)}. Choosing a new password signs you out wherever you are signed in.",
            ],
            ButtonLabel: "Choose a new password",
            Link,
            Notes:
            [
                "The link is for you alone and works once. Please do not forward this mail. If you asked more than once, only the latest link works.",
                "If somebody else may have been in your account, you can revoke your API keys on the same page.",
                Otherwise,
            ]
        ).Render();
    }

    private string Why =>
        (CompanyName, IsPasswordVoid) switch
        {
            (_, true) =>
                "You told us that somebody else was in your Kayse account. It is signed out everywhere, and its password opens nothing any more. Choose a new one to sign in again.",
            (null, _) => "You asked to choose a new password for your Kayse account.",
            _ =>
                $"An administrator of {MailName.Of(CompanyName)} asks you to choose a new password for your Kayse account, and has signed you out there.",
        };

    private string Otherwise =>
        (CompanyName, IsPasswordVoid) switch
        {
            (_, true) => "When the link has expired, ask for another where you sign in.",
            (null, _) => "If you did not ask for this, you can ignore this mail: your password stays as it is.",
            _ => "Until you use the link, your password stays as it is.",
        };

    public override string ToString() => nameof(PasswordResetEmail);
}
