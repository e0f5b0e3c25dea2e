namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Tells a person that their second factor was changed, so that they notice when it wasn't they. Its secret is the
/// token of the link that says so.
/// </summary>
/// <param name="At">When.</param>
/// <param name="Change">What was changed.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.two-factor-changed")]
internal sealed record TwoFactorChangedEmail([property: Id(0)] DateTimeOffset At, [property: Id(1)] TwoFactorChange Change) : Email
{
    public override EmailLayout Write(EmailContext context) =>
        new(
            Subject: Change switch
            {
                TwoFactorChange.Enabled => "Two-factor authentication was turned on",
                TwoFactorChange.Disabled => "Two-factor authentication was turned off",
                _ => "Your Kayse backup codes were replaced",
            },
            Preheader: "If this was not you, say so now.",
            Paragraphs:
            [
                $"{What} your Kayse account {context.Address} on {Times.Instant(At)}. {Consequence}",
                $"If this was you, there is nothing to do. If not, somebody else can use your account: the button {Remedy}",
            ],
            Button: "This wasn't me",
            Link: context.Links.NotMe(context.Secret),
            Notes:
            [
                "The link is for you alone and works for 7 days. Opening it changes nothing before you confirm.",
                "You get this mail whenever the two-factor authentication of your account is changed.",
            ]
        );

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
            TwoFactorChange.Enabled => "From now on, signing in takes a code of your authenticator app or a backup code as well. Every "
                + "other session was signed out.",
            TwoFactorChange.Disabled => "From now on, the password alone signs you in. Every other session was signed out.",
            _ => "The backup codes from before do not work any more.",
        };

    private string Remedy =>
        (Change == TwoFactorChange.Enabled ? "turns it off again, " : "")
        + "signs them out everywhere, makes your password useless, and sends you a link to choose another.";
}

/// <summary>What may change about a second factor.</summary>
[GenerateSerializer, Alias("kayse.email.two-factor-change")]
internal enum TwoFactorChange
{
    /// <summary>It was turned on.</summary>
    Enabled = 0,

    /// <summary>It was turned off.</summary>
    Disabled = 1,

    /// <summary>It got other backup codes.</summary>
    BackupCodesRenewed = 2,
}
