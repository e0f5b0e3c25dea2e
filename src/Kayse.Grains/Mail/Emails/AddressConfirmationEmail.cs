namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Asks whoever reads an address whether it is to be a person's (US-1). Its secret is the token of the link that
/// confirms it.
/// </summary>
[GenerateSerializer, Immutable, Alias("kayse.email.address-confirmation")]
internal sealed record AddressConfirmationEmail([property: Id(0)] DateTimeOffset SentAt, [property: Id(1)] DateTimeOffset ExpiresAt)
    : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var within = Times.InWords(ExpiresAt - SentAt);
        return new EmailLayout(
            Subject: "Confirm your new email address for Kayse",
            Preheader: $"Your address changes when you confirm it, within {within}.",
            Paragraphs:
            [
                $"You asked to use {context.Address} for your Kayse account. From then on you sign in with it, and our mails go to it.",
                $"Please confirm within {within}. The link ends on {Times.Instant(ExpiresAt)}. Until you do, nothing changes.",
            ],
            Button: "Confirm this address",
            Link: context.Links.ConfirmEmail(context.Secret),
            Notes:
            [
                "The link is for you alone and works once. If you asked more than once, only the latest link works.",
                "An address that has a Kayse account already can't be used for another one.",
                "If you did not ask for this, you can ignore this mail.",
            ]
        );
    }
}
