namespace Kayse.Grains.Mail;

/// <summary>
/// What every mail consists of; <see cref="EmailText"/> and <see cref="EmailHtml"/> say the same in their own ways.
/// </summary>
/// <param name="Preheader">The line that inboxes show after the subject.</param>
/// <param name="Notes">Small print under the button.</param>
internal sealed record EmailLayout(
    string Subject,
    string Preheader,
    string Greeting,
    IReadOnlyList<string> Paragraphs,
    string ButtonLabel,
    Uri Link,
    IReadOnlyList<string> Notes
)
{
    public EmailContent Render() => new(Subject, EmailText.Render(this), EmailHtml.Render(this));

    public override string ToString() => Subject;
}
