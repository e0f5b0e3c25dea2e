namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells a member that they have another role now (ME-2).</summary>
/// <param name="Role">The role as people read it: <c>Super Admin</c>.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.role-changed")]
internal sealed record RoleChangedEmail(
    [property: Id(0)] string Company,
    [property: Id(1)] string ChangedBy,
    [property: Id(2)] string Role
) : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var (company, by) = (MailName.Of(Company), MailName.Of(ChangedBy));
        return new EmailLayout(
            Subject: $"Your role at {company} is now {Role}",
            Preheader: $"{by} has changed your role.",
            Paragraphs:
            [
                $"{by} has changed your role at {company} on Kayse. You are {Role} now.",
                "It holds at once, also where you are signed in. What you see and may do can differ from before.",
            ],
            Button: "Open Kayse",
            Link: context.Links.Console,
            Notes: ["If you think that this is a mistake, ask an administrator of your company."]
        );
    }
}
