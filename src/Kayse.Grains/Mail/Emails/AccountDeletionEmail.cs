namespace Kayse.Grains.Mail.Emails;

/// <summary>Confirms to a person that their account will be deleted at their request (PR-4).</summary>
[GenerateSerializer, Immutable, Alias("kayse.email.account-deletion")]
internal sealed record AccountDeletionEmail([property: Id(0)] DateTimeOffset DueAt) : Email
{
    public override EmailLayout Write(EmailContext context) =>
        new(
            Subject: "Your Kayse account will be deleted",
            Preheader: $"On {Times.Instant(DueAt)}, unless you change your mind.",
            Paragraphs:
            [
                $"You asked for your Kayse account {context.Address} to be deleted. This will happen on {Times.Instant(DueAt)}. The "
                    + "admins of your companies have been told.",
                "Until then you can keep using your account, and take the request back at any time.",
            ],
            Button: "Review or take back",
            Link: context.Links.Privacy,
            Notes: ["If you didn't ask for this, take it back and change your password."]
        );
}
