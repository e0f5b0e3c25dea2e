namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Asks whoever reads an address to prove that they signed up with it, by a link or a code (CO-1). Its secret is the
/// token of the link and the code, with a space between.
/// </summary>
/// <param name="CodeExpiresAt">From when on the code is refused.</param>
/// <param name="LinkExpiresAt">From when on the link is.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.address-verification")]
internal sealed record AddressVerificationEmail(
    [property: Id(0)] DateTimeOffset SentAt,
    [property: Id(1)] DateTimeOffset CodeExpiresAt,
    [property: Id(2)] DateTimeOffset LinkExpiresAt
) : Email
{
    public static string SecretOf(string token, string code) => $"{token} {code}";

    public override EmailLayout Write(EmailContext context)
    {
        if (context.Secret.Split(' ') is not [var token, var code])
            throw new EmailRefusedException("The secret must be a token and a code.");
        return new EmailLayout(
            Subject: "Verify your email address for Kayse",
            Preheader: "Enter the code from this mail, or follow its link.",
            Paragraphs:
            [
                $"Your Kayse account uses the address {context.Address}. Verify it, so that you can invite the people you work with.",
                $"Your code is {code}. It works for {Times.InWords(CodeExpiresAt - SentAt)}.",
                $"Or follow this link. It works for {Times.InWords(LinkExpiresAt - SentAt)}.",
            ],
            Button: "Verify this address",
            Link: context.Links.VerifyEmail(token),
            Notes:
            [
                "Only the latest mail counts if you asked for several.",
                "If you did not sign up for Kayse, ignore this mail: don't follow the link, and give the code to nobody.",
            ]
        );
    }
}
