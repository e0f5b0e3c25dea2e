namespace Kayse.Grains.Mail.Emails;

/// <summary>Sends a person the link to choose a new password (US-3). Its secret is the token of the link.</summary>
[GenerateSerializer, Immutable, Alias("kayse.email.password-reset")]
internal sealed record PasswordResetEmail([property: Id(0)] DateTimeOffset SentAt, [property: Id(1)] DateTimeOffset ExpiresAt) : Email
{
    /// <summary>The company whose admin asked for it; null when the person did.</summary>
    [Id(2)]
    public string? Company { get; init; }

    /// <summary>Whether the password was disabled, because the person reported that someone else used the account.</summary>
    [Id(3)]
    public bool IsPasswordDisabled { get; init; }

    /// <summary>The passkeys that go on working, as <see cref="PasskeyNames"/> lists them; null when there are none.</summary>
    [Id(4)]
    public string? Passkeys { get; init; }

    public override EmailLayout Write(EmailContext context)
    {
        var lifetime = Times.InWords(ExpiresAt - SentAt);
        return new EmailLayout(
            Subject: "Reset your Kayse password",
            Preheader: $"The link works once and is valid for {lifetime}.",
            Paragraphs:
            [
                Reason,
                $"The link is valid for {lifetime}, until {Times.Instant(ExpiresAt)}. Choosing a new password signs you out everywhere.",
                .. PasskeyNames.Paragraph(Passkeys),
            ],
            Button: "Reset password",
            Link: context.Links.ResetPassword(context.Secret),
            Notes:
            [
                "This link is only for you and works once. Please don't forward this email. If you asked more than once, only the "
                    + "latest link works.",
                "If someone else may have used your account, you can revoke your API keys on the same page.",
                UntilThen,
            ]
        );
    }

    private string Reason =>
        this switch
        {
            { IsPasswordDisabled: true } =>
                "You reported that someone else used your Kayse account, so we signed it out everywhere and disabled the password. "
                    + "Choose a new password to sign in again.",
            { Company: { } company } =>
                $"An administrator of {MailName.Of(company)} asked you to reset the password of your Kayse account, and signed you out "
                    + $"of {MailName.Of(company)}.",
            _ => "You asked to reset the password of your Kayse account.",
        };

    private string UntilThen =>
        this switch
        {
            { IsPasswordDisabled: true } => "If the link has expired, request a new one from the sign-in page.",
            { Company: not null } => "Until you use the link, your password stays the same.",
            _ => "If you didn't ask for this, you can ignore this email. Your password stays the same.",
        };
}
