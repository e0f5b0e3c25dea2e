namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Tells a person that an admin resets their second factors, so that they can object when they haven't lost them. Its
/// secret is the token of the link that secures the account.
/// </summary>
[GenerateSerializer, Immutable, Alias("kayse.email.two-factor-reset")]
internal sealed record TwoFactorResetEmail([property: Id(0)] DateTimeOffset SentAt, [property: Id(1)] string Company) : Email
{
    /// <summary>When it takes effect; null when it has.</summary>
    [Id(2)]
    public DateTimeOffset? At { get; init; }

    /// <summary>Whether it was cancelled before it took effect.</summary>
    [Id(3)]
    public bool IsCancelled { get; init; }

    public override EmailLayout Write(EmailContext context) =>
        new(
            Subject: this switch
            {
                { IsCancelled: true } => "The reset of your second factor was canceled",
                { At: not null } => "Your second factor will be reset",
                _ => "Your second factor was reset",
            },
            Preheader: "If you weren't expecting this, secure your account now.",
            Paragraphs: [What(context.Address), .. Remedy],
            SecureAccount.Button,
            SecureAccount.Link(context),
            Notes: [SecureAccount.LinkNote, "We send this email whenever an administrator resets the second factor of your account."]
        );

    private string What(string address) =>
        this switch
        {
            { IsCancelled: true } => $"The reset of the second factor of your Kayse account {address}, which an administrator of "
                + $"{MailName.Of(Company)} had asked for, was canceled on {Times.Instant(SentAt)}. Nothing has changed.",
            { At: { } at } => $"An administrator of {MailName.Of(Company)} asked to reset the second factor of your Kayse account "
                + $"{address}. As you used it within the last 7 days, this happens on {Times.Instant(at)}. Your authenticator app, backup "
                + "codes and passkeys stop working then, and you are signed out everywhere.",
            _ => $"An administrator of {MailName.Of(Company)} reset the second factor of your Kayse account {address} on "
                + $"{Times.Instant(SentAt)}. Your authenticator app, backup codes and passkeys no longer work, and you were signed out "
                + "everywhere. Sign in with your password and set up a second factor again.",
        };

    private IReadOnlyList<string> Remedy =>
        At is null || IsCancelled
            ? [$"If you weren't expecting this, select \"{SecureAccount.Button}\". {SecureAccount.Remedy}"]
            :
            [
                "If you haven't lost it, cancel the reset on the security page of your profile.",
                $"If you don't know why this happens, select \"{SecureAccount.Button}\". We'll cancel the reset, {SecureAccount.Steps}",
            ];
}
