namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Tells a person that a passkey was added to their account or removed, so that they notice when it wasn't them. Its
/// secret is the token of the link that secures the account.
/// </summary>
[GenerateSerializer, Immutable, Alias("kayse.email.passkey-changed")]
internal sealed record PasskeyChangedEmail([property: Id(0)] DateTimeOffset At, [property: Id(1)] string Name) : Email
{
    /// <summary>Whether it was removed; else it was added.</summary>
    [Id(2)]
    public bool IsRemoved { get; init; }

    public override EmailLayout Write(EmailContext context) =>
        new(
            Subject: IsRemoved ? "A passkey was removed from your Kayse account" : "A passkey was added to your Kayse account",
            Preheader: "If this wasn't you, secure your account now.",
            Paragraphs:
            [
                IsRemoved
                    ? $"The passkey \"{MailName.Of(Name)}\" was removed from your Kayse account {context.Address} on {Times.Instant(At)}. "
                        + "It can no longer be used to sign in. All other sessions were signed out."
                    : $"The passkey \"{MailName.Of(Name)}\" was added to your Kayse account {context.Address} on {Times.Instant(At)}. "
                        + "It can be used to sign in without your password.",
                $"If this was you, there is nothing to do. If not, someone else can use your account: select "
                    + $"\"{SecureAccount.Button}\". {Remedy}",
            ],
            SecureAccount.Button,
            SecureAccount.Link(context),
            Notes: [SecureAccount.LinkNote, "We send this email whenever a passkey is added to your account or removed."]
        );

    private string Remedy => IsRemoved ? SecureAccount.Remedy : $"We'll remove the passkey, {SecureAccount.Steps}";
}
