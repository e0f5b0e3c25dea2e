namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells a member that their role was changed (ME-2).</summary>
/// <param name="Role">The new role as people read it: <c>Super Admin</c>.</param>
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
            Preheader: $"{by} changed your role.",
            Paragraphs:
            [
                $"{by} changed your role at {company} on Kayse. Your role is now {Role}.",
                "The change applies right away, wherever you are signed in. You may see more or fewer features than before.",
            ],
            Button: "Open Kayse",
            Link: context.Links.Console,
            Notes: [$"If you think this is a mistake, contact an administrator of {company}."]
        );
    }
}
