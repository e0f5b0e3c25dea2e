namespace Kayse.Grains.Mail;

/// <summary>Tells a person that their second factor was changed, so that they notice when it wasn't they.</summary>
/// <param name="Change">What was changed.</param>
/// <param name="At">When.</param>
/// <param name="NotMe">The page on which they say that it wasn't they, with the token after <c>#</c>. Never
/// logged.</param>
public sealed record TwoFactorChangedEmail(string PersonName, string Address, TwoFactorChange Change, DateTimeOffset At, Uri NotMe)
{
    public EmailContent Compose() =>
        new EmailLayout(
            Subject,
            Preheader: "If this was not you, say so now.",
            Greeting: $"Hello {MailName.Of(PersonName)},",
            Paragraphs:
            [
                $"{What} your Kayse account {Address} on {Times.Instant(At)}. {Consequence}",
                $"If this was you, there is nothing to do. If not, somebody else can use your account: the button {Remedy}",
            ],
            ButtonLabel: "This wasn't me",
            NotMe,
            Notes:
            [
                "The link is for you alone and works for 7 days. Opening it changes nothing before you confirm.",
                "You get this mail whenever the two-factor authentication of your account is changed.",
            ]
        ).Render();

    private string Subject =>
        Change switch
        {
            TwoFactorChange.Enabled => "Two-factor authentication was turned on",
            TwoFactorChange.Disabled => "Two-factor authentication was turned off",
            _ => "Your Kayse backup codes were replaced",
        };

    private string What =>
        Change switch
        {
            TwoFactorChange.Enabled => "Two-factor authentication was turned on for",
            TwoFactorChange.Disabled => "Two-factor authentication was turned off for",
            _ => "New backup codes were made for",
        };

    private string Consequence =>
        Change switch
        {
            TwoFactorChange.Enabled =>
                "From now on, signing in takes a code of your authenticator app or a backup code as well. Every other session was signed out.",
            TwoFactorChange.Disabled => "From now on, the password alone signs you in. Every other session was signed out.",
            _ => "The backup codes from before do not work any more.",
        };

    private string Remedy =>
        Change == TwoFactorChange.Enabled
            ? "turns it off again, signs them out everywhere, makes your password useless, and sends you a link to choose another."
            : "signs them out everywhere, makes your password useless, and sends you a link to choose another.";

    public override string ToString() => nameof(TwoFactorChangedEmail);
}

/// <summary>What may change about a second factor.</summary>
public enum TwoFactorChange
{
    /// <summary>It was turned on.</summary>
    Enabled,

    /// <summary>It was turned off.</summary>
    Disabled,

    /// <summary>It got other backup codes.</summary>
    BackupCodesRenewed,
}
