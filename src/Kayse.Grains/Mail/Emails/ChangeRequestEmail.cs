using Kayse.Grains.Directory;
using Kayse.Grains.Support;

namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells support that a company wants something changed (CO-13).</summary>
/// <param name="CompanyId">By which support finds the company.</param>
/// <param name="Person">Who asks.</param>
/// <param name="Address">Where support answers; empty when it is not known.</param>
/// <param name="Message">Its lines.</param>
/// <param name="Diagnostics">What helps to find out what happened; null when it was left out.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.change-request")]
internal sealed record ChangeRequestEmail(
    [property: Id(0)] string Company,
    [property: Id(1)] string CompanyId,
    [property: Id(2)] string Person,
    [property: Id(3)] string Address,
    [property: Id(4)] ChangeSubject Subject,
    [property: Id(5)] IReadOnlyList<string> Message,
    [property: Id(6)] Diagnostics? Diagnostics
) : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var (company, person) = (MailName.Of(Company), MailName.Of(Person));
        var subject = Subject == ChangeSubject.Subscription ? "subscription" : "billing details";
        return new EmailLayout(
            Subject: $"{company} asks for a change of its {subject}",
            Preheader: $"Sent by {person} from the console.",
            Paragraphs: [$"{person} ({MailName.Of(Address)}) of {company} asks for a change of the company's {subject}."],
            Button: "Open Kayse",
            Link: context.Links.Console,
            Notes: ["Kayse has checked that this person may manage the company's billing. Your reply goes to them."]
        )
        {
            ReplyTo = EmailAddress.TryNormalize(Address, out var address) ? new Mailbox(address, Person) : null,
            Items =
            [
                new EmailItem(
                    "Message",
                    $"Company {MailName.Of(CompanyId)}",
                    [.. Message.Select(MailName.Of).Where(line => line.Length > 0)]
                ),
                .. Diagnostics is { } about
                    ? [new EmailItem("Diagnostics", Times.Instant(about.At), [.. Facts(about)])]
                    : (EmailItem[])[],
            ],
        };
    }

    public bool Equals(ChangeRequestEmail? other) =>
        other is not null
        && (Company, CompanyId, Person, Address) == (other.Company, other.CompanyId, other.Person, other.Address)
        && (Subject, Diagnostics) == (other.Subject, other.Diagnostics)
        && Message.SequenceEqual(other.Message, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Company, CompanyId, Person, Address, Subject, Message.Count, Diagnostics);

    private static IEnumerable<string> Facts(Diagnostics about) =>
        new[]
        {
            $"Version: {about.Version}",
            $"Trace id: {about.TraceId}",
            $"Session id: {about.SessionId}",
            $"Browser: {about.Browser ?? "unknown"}",
            $"Operating system: {about.OperatingSystem ?? "unknown"}",
        }.Select(MailName.Of);
}
