namespace Kayse.Grains.Mail;

/// <summary>Tells a person that their password was changed, so that they notice when it wasn't they.</summary>
/// <param name="CompanyName">The company whose admin set it; null when the person chose it.</param>
/// <param name="At">When.</param>
/// <param name="Link">The page on which to ask for a link to choose another.</param>
public sealed record PasswordChangedEmail(string PersonName, string Address, string? CompanyName, DateTimeOffset At, Uri Link)
{
    public EmailContent Compose() => new EmailLayout(
        Subject: "Your Kayse password was changed",
        Preheader: "If this was not you, choose a new password now.",
        Greeting: $"Hello {OneLine.Of(PersonName)},",
        Paragraphs:
        [
            $"The password of your Kayse account {Address} was {How} on {Times.Instant(At)}. Every other session was signed out.",
            CompanyName is null
                ? "If this was you, there is nothing to do. If not, somebody else knows your password: choose a new one now."
                : "They will tell you the password. When you sign in with it, you will be asked to choose one of your own.",
        ],
        ButtonLabel: "Choose a new password",
        Link,
        Notes: ["You get this mail whenever the password of your account is changed."]).Render();

    private string How => CompanyName is null ? "changed" : $"set by an administrator of {OneLine.Of(CompanyName)}";

    public override string ToString() => nameof(PasswordChangedEmail);
}
