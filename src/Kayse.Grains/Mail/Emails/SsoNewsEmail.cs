using Kayse.Grains.Sso;

namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells a Super Admin what has changed about the company's single sign-on (EN-1, EN-2).</summary>
/// <param name="Company">The company.</param>
/// <param name="News">What.</param>
/// <param name="By">Who did it; null when nobody did.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.sso-news")]
internal sealed record SsoNewsEmail(
    [property: Id(0)] string Company,
    [property: Id(1)] SsoNews News,
    [property: Id(2)] string? By,
    [property: Id(3)] DateTimeOffset At
) : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var company = MailName.Of(Company);
        var who = By is null ? "Somebody" : MailName.Of(By);
        var (subject, what, next) = News switch
        {
            SsoNews.Enforced => (
                $"{company} now requires single sign-on",
                $"{who} made single sign-on required for the members of {company}.",
                "Members can no longer open the company with a password or a passkey, except for the Super Admins who were chosen "
                    + "for emergencies. API keys keep working."
            ),
            SsoNews.NotEnforced => (
                $"{company} no longer requires single sign-on",
                $"{who} stopped requiring single sign-on for the members of {company}.",
                "Members can sign in with their passwords and passkeys again."
            ),
            SsoNews.BreakGlassUsed => (
                $"{who} signed in to {company} without single sign-on",
                $"{who} opened {company} without single sign-on, which is required of everybody else.",
                "If you don't know why, ask them, and check the audit log."
            ),
            _ => (
                $"Who can open {company} without single sign-on has changed",
                $"Single sign-on is required in {company}, and the Super Admins who can sign in without it in an emergency have changed.",
                "Check under Single sign-on who they are."
            ),
        };
        return new EmailLayout(
            Subject: subject,
            Preheader: what,
            Paragraphs: [what, next, $"That was on {Times.Instant(At)}."],
            Button: "Open single sign-on",
            Link: context.Links.SingleSignOn,
            Notes: [$"You get this email because you are a Super Admin of {company}."]
        );
    }
}
