namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells a Super Admin that deactivations by the identity provider are paused (EN-3).</summary>
/// <param name="Losses">How many had lost their access within ten minutes.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.scim-paused")]
internal sealed record ScimPausedEmail([property: Id(0)] string Company, [property: Id(1)] int Losses) : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var company = MailName.Of(Company);
        return new EmailLayout(
            Subject: $"Deactivations at {company} are paused",
            Preheader: "Your identity provider tried to deactivate a large part of your company.",
            Paragraphs:
            [
                $"The identity provider of {company} deactivated or removed {Losses} people within 10 minutes, and was about to go on. That is "
                    + "more than a fifth of the company, so Kayse has paused deactivations. Nobody else loses access until you decide.",
                "If this is intended, resume deactivations under Provisioning. If it isn't, check the assignments at your identity provider, "
                    + "and revoke the token if you don't recognize the requests.",
            ],
            Button: "Open Provisioning",
            Link: context.Links.Provisioning,
            Notes: [$"You get this email because you are a Super Admin of {company}."]
        );
    }
}
