namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Tells a person that their password was changed, so that they notice when it wasn't they. Its secret is the token of
/// the link that says so.
/// </summary>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.password-changed")]
internal sealed record PasswordChangedEmail([property: Id(0)] DateTimeOffset At) : Email
{
    /// <summary>The company whose admin set it; null when the person chose it.</summary>
    [Id(1)]
    public string? Company { get; init; }

    public override EmailLayout Write(EmailContext context) =>
        new(
            Subject: "Your Kayse password was changed",
            Preheader: "If this was not you, say so now.",
            Paragraphs:
            [
                $"The password of your Kayse account {context.Address} was {How} on {Times.Instant(At)}. Every other session was "
                    + "signed out.",
                Company is null
                    ? "If this was you, there is nothing to do. If not, somebody else has your account: the button signs them out "
                        + "everywhere, makes their password useless, and sends you a link to choose another."
                    : "They will tell you the password. When you sign in with it, you will be asked to choose one of your own. If you "
                        + "know nothing of this, the button makes it useless, and sends you a link to choose a password yourself.",
            ],
            Button: "This wasn't me",
            Link: context.Links.NotMe(context.Secret),
            Notes:
            [
                "The link is for you alone and works for 7 days. Opening it changes nothing before you confirm.",
                "You get this mail whenever the password of your account is changed.",
            ]
        );

    private string How => Company is null ? "changed" : $"set by an administrator of {MailName.Of(Company)}";
}
