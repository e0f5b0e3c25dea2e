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

    /// <summary>What it tells of, between the paragraphs and the button.</summary>
    public IReadOnlyList<EmailItem> Items { get; init; } = [];

    /// <summary>What stands below them.</summary>
    public IReadOnlyList<string> AfterItems { get; init; } = [];

    /// <summary>How to get no more of these; null where that can't be chosen.</summary>
    public EmailFooter? Footer { get; init; }

    /// <summary>Whom an answer goes to; null where none is expected.</summary>
    public Mailbox? ReplyTo { get; init; }

    /// <summary>A file that comes with it.</summary>
    public EmailAttachment? Attachment { get; init; }

    /// <summary>The look of the company that it is about; null for Kayse's.</summary>
    public EmailBrand? Brand { get; init; }

    /// <summary>What its logo is named by in the HTML part; null when it shows none.</summary>
    public string? LogoId { get; init; }

    public override string ToString() => Subject;
}

/// <summary>One thing in a list.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Detail">What kind of thing it is, and when.</param>
/// <param name="Lines">More about it.</param>
internal sealed record EmailItem(string Title, string Detail, IReadOnlyList<string> Lines);

/// <summary>Why somebody gets an email, and where they change that.</summary>
internal sealed record EmailFooter(string Reason, string Change, Uri Link);
