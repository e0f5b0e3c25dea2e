namespace Kayse.Grains.Mail;

/// <summary>
/// What every email consists of; <see cref="EmailText"/> and <see cref="EmailHtml"/> say the same in their own ways.
/// </summary>
/// <param name="Preheader">The line that inboxes show after the subject.</param>
/// <param name="Button">A verb and what it acts on.</param>
/// <param name="Link">Where the button leads.</param>
/// <param name="Notes">Small print under the button.</param>
internal sealed record EmailLayout(
    string Subject,
    string Preheader,
    IReadOnlyList<string> Paragraphs,
    string Button,
    Uri Link,
    IReadOnlyList<string> Notes
)
{
    public string Greeting { get; init; } = "Hello,";

    public override string ToString() => Subject;
}
