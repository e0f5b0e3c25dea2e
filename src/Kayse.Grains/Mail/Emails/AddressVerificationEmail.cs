namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Asks a person who signed up to verify their address, by a link or a code (CO-1). Its secret is the token of the link
/// and the code.
/// </summary>
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
            Preheader: "Enter the code in this email, or open its link.",
            Paragraphs:
            [
                $"You signed up for Kayse with {context.Address}. Verify this address so that you can invite people.",
                $"Your code is {code}. It is valid for {Times.InWords(CodeExpiresAt - SentAt)}.",
                $"Or use the link below. It is valid for {Times.InWords(LinkExpiresAt - SentAt)}.",
            ],
            Button: "Verify email address",
            Link: context.Links.VerifyEmail(token),
            Notes:
            [
                "If you asked more than once, only the latest email works.",
                "If you didn't sign up for Kayse, ignore this email. Don't open the link or share the code.",
            ]
        );
    }
}
