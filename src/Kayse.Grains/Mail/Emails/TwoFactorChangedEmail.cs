namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Tells a person that their second factor was changed, so that they notice when it wasn't them. Its secret is the
/// token of the link that secures the account.
/// </summary>
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
            Preheader: "If this wasn't you, secure your account now.",
            Paragraphs:
            [
                $"{What} your Kayse account {context.Address} on {Times.Instant(At)}. {Consequence}",
                $"If this was you, there is nothing to do. If not, someone else can use your account: select "
                    + $"\"{SecureAccount.Button}\". {Remedy}",
            ],
            SecureAccount.Button,
            SecureAccount.Link(context),
            Notes: [SecureAccount.LinkNote, "We send this email whenever the two-factor authentication of your account is changed."]
        );

    private string What =>
        Change switch
        {
            TwoFactorChange.Enabled => "Two-factor authentication was turned on for",
            TwoFactorChange.Disabled => "Two-factor authentication was turned off for",
            _ => "New backup codes were created for",
        };

    private string Consequence =>
        Change switch
        {
            TwoFactorChange.Enabled => "From now on, you need a code from your authenticator app or a backup code as well as your "
                + "password to sign in. All other sessions were signed out.",
            TwoFactorChange.Disabled => "From now on, you need only your password to sign in. All other sessions were signed out.",
            _ => "The previous codes no longer work.",
        };

    private string Remedy =>
        Change == TwoFactorChange.Enabled
            ? $"We'll turn two-factor authentication off again, {SecureAccount.Steps}"
            : SecureAccount.Remedy;
}

/// <summary>What may change about a second factor.</summary>
[GenerateSerializer, Alias("kayse.email.two-factor-change")]
internal enum TwoFactorChange
{
    /// <summary>It was turned on.</summary>
    Enabled = 0,

    /// <summary>It was turned off.</summary>
    Disabled = 1,

    /// <summary>Its backup codes were replaced.</summary>
    BackupCodesRenewed = 2,
}
