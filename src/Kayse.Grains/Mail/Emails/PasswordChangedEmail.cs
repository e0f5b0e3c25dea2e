namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Tells a person that their password was changed, so that they notice when it wasn't them. Its secret is the token of
/// the link that secures the account.
/// </summary>
[GenerateSerializer, Immutable, Alias("kayse.email.password-changed")]
internal sealed record PasswordChangedEmail([property: Id(0)] DateTimeOffset At) : Email
{
    /// <summary>The company whose admin set it; null when the person chose it.</summary>
    [Id(1)]
    public string? Company { get; init; }

    /// <summary>The passkeys that go on working, as <see cref="PasskeyNames"/> lists them; null when there are none.</summary>
    [Id(2)]
    public string? Passkeys { get; init; }

    /// <summary>Until when a password that an admin set works; null when the person chose it.</summary>
    [Id(3)]
    public DateTimeOffset? ExpiresAt { get; init; }

    public override EmailLayout Write(EmailContext context) =>
        new(
            Subject: "Your Kayse password was changed",
            Preheader: "If this wasn't you, secure your account now.",
            Paragraphs: Company is null
                ?
                [
                    $"The password of your Kayse account {context.Address} was changed on {Times.Instant(At)}. All other sessions were "
                        + "signed out.",
                    .. PasskeyNames.Paragraph(Passkeys),
                    $"If this was you, there is nothing to do. If not, select \"{SecureAccount.Button}\". {SecureAccount.Remedy}",
                ]
                :
                [
                    $"An administrator of {MailName.Of(Company)} set a new password for your Kayse account {context.Address} on "
                        + $"{Times.Instant(At)}. All sessions were signed out.",
                    $"The administrator will give you the password. When you sign in with it, you'll be asked to choose your own.{Expiry}",
                    .. PasskeyNames.Paragraph(Passkeys),
                    $"If you weren't expecting this, select \"{SecureAccount.Button}\". {SecureAccount.Remedy}",
                ],
            SecureAccount.Button,
            SecureAccount.Link(context),
            Notes: [SecureAccount.LinkNote, "We send this email whenever the password of your account is changed."]
        );

    private string Expiry => ExpiresAt is { } at ? $" It works until {Times.Instant(at)}." : "";
}
