namespace Kayse.Grains.Mail;

/// <summary>Tells a person that their second factor was changed, so that they notice when it wasn't they.</summary>
/// <param name="Change">What was changed.</param>
/// <param name="At">When.</param>
/// <param name="Link">The page on which to ask for a link to choose another password.</param>
public sealed record TwoFactorChangedEmail(string PersonName, string Address, TwoFactorChange Change, DateTimeOffset At, Uri Link)
{
    public EmailContent Compose() => new EmailLayout(
        Subject,
        Preheader: "If this was not you, choose a new password now.",
        Greeting: $"Hello {OneLine.Of(PersonName)},",
        Paragraphs:
        [
            $"{What} your Kayse account {Address} on {Times.Instant(At)}. {Consequence}",
            "If this was you, there is nothing to do. If not, somebody else can use your account: choose a new password now.",
        ],
        ButtonLabel: "Choose a new password",
        Link,
        Notes: ["You get this mail whenever the two-factor authentication of your account is changed."]).Render();

    private string Subject => Change switch
    {
        TwoFactorChange.Enabled => "Two-factor authentication was turned on",
        TwoFactorChange.Disabled => "Two-factor authentication was turned off",
        _ => "Your Kayse backup codes were replaced",
    };

    private string What => Change switch
    {
        TwoFactorChange.Enabled => "Two-factor authentication was turned on for",
        TwoFactorChange.Disabled => "Two-factor authentication was turned off for",
        _ => "New backup codes were made for",
    };

    private string Consequence => Change switch
    {
        TwoFactorChange.Enabled => "From now on, signing in takes a code of your authenticator app or a backup code as well. Every other session was signed out.",
        TwoFactorChange.Disabled => "From now on, the password alone signs you in. Every other session was signed out.",
        _ => "The backup codes from before do not work any more.",
    };

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
