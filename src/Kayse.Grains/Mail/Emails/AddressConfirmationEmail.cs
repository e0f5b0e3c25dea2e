namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Asks a person to confirm a new address, at that address (US-1). Its secret is the token of the link that confirms
/// it.
/// </summary>
[GenerateSerializer, Immutable, Alias("kayse.email.address-confirmation")]
internal sealed record AddressConfirmationEmail([property: Id(0)] DateTimeOffset SentAt, [property: Id(1)] DateTimeOffset ExpiresAt)
    : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var lifetime = Times.InWords(ExpiresAt - SentAt);
        return new EmailLayout(
            Subject: "Confirm your new email address for Kayse",
            Preheader: $"Your address changes when you confirm it. The link is valid for {lifetime}.",
            Paragraphs:
            [
                $"You asked to use {context.Address} for your Kayse account. Once you confirm it, you'll sign in with this address and "
                    + "get our emails here.",
                $"The link is valid for {lifetime}, until {Times.Instant(ExpiresAt)}. Nothing changes until you confirm.",
            ],
            Button: "Confirm email address",
            Link: context.Links.ConfirmEmail(context.Secret),
            Notes:
            [
                "This link is only for you and works once. If you asked more than once, only the latest link works.",
                "You can't use an address that already has a Kayse account.",
                "If you didn't ask for this, you can ignore this email.",
            ]
        );
    }
}
