namespace Kayse.Grains.Mail.Emails;

/// <summary>Sends a person the link to choose a new password (US-3). Its secret is the token of the link.</summary>
[GenerateSerializer, Immutable, Alias("kayse.email.password-reset")]
internal sealed record PasswordResetEmail([property: Id(0)] DateTimeOffset SentAt, [property: Id(1)] DateTimeOffset ExpiresAt) : Email
{
    /// <summary>The company whose admin asked for it; null when the person did.</summary>
    [Id(2)]
    public string? Company { get; init; }

    /// <summary>
    /// Whether the person has no password that works, because they said that somebody else was in their account.
    /// </summary>
    [Id(3)]
    public bool IsPasswordDisabled { get; init; }

    public override EmailLayout Write(EmailContext context)
    {
        var within = Times.InWords(ExpiresAt - SentAt);
        return new EmailLayout(
            Subject: "Choose a new password for Kayse",
            Preheader: $"The link works once, within {within}.",
            Paragraphs:
            [
                Why,
                $"Please do so within {within}. The link ends on {Times.Instant(ExpiresAt)}. Choosing a new password signs you out "
                    + "wherever you are signed in.",
            ],
            Button: "Choose a new password",
            Link: context.Links.ResetPassword(context.Secret),
            Notes:
            [
                "The link is for you alone and works once. Please do not forward this mail. If you asked more than once, only the "
                    + "latest link works.",
                "If somebody else may have been in your account, you can revoke your API keys on the same page.",
                Otherwise,
            ]
        );
    }

    private string Why =>
        this switch
        {
            { IsPasswordDisabled: true } =>
                "You told us that somebody else was in your Kayse account. It is signed out everywhere, and its password opens "
                    + "nothing any more. Choose a new one to sign in again.",
            { Company: { } company } =>
                $"An administrator of {MailName.Of(company)} asks you to choose a new password for your Kayse account, and has "
                    + "signed you out there.",
            _ => "You asked to choose a new password for your Kayse account.",
        };

    private string Otherwise =>
        this switch
        {
            { IsPasswordDisabled: true } => "When the link has expired, ask for another where you sign in.",
            { Company: not null } => "Until you use the link, your password stays as it is.",
            _ => "If you did not ask for this, you can ignore this mail: your password stays as it is.",
        };
}
