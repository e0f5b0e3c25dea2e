namespace Kayse.Grains.Mail;

/// <summary>Tells a member that they have another role now.</summary>
/// <param name="RoleLabel">The role as people read it: <c>Super Admin</c>.</param>
/// <param name="Link">The console.</param>
public sealed record RoleChangedEmail(string CompanyName, string ChangedBy, string Name, string RoleLabel, Uri Link)
{
    public EmailContent Compose()
    {
        var (company, by) = (MailName.Of(CompanyName), MailName.Of(ChangedBy));
        return new EmailLayout(
            Subject: $"Your role at {company} is now {RoleLabel}",
            Preheader: $"{by} has changed your role.",
            Greeting: $"Hello {MailName.Of(Name)},",
            Paragraphs:
            [
                $"{by} has changed your role at {company} on Kayse. You are {RoleLabel} now.",
                "It holds at once, also where you are signed in. What you see and may do can differ from before.",
            ],
            ButtonLabel: "Open Kayse",
            Link,
            Notes: ["If you think that this is a mistake, ask an administrator of your company."]
        ).Render();
    }

    public override string ToString() => nameof(RoleChangedEmail);
}
