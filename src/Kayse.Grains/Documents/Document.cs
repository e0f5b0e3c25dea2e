namespace Kayse.Grains.Documents;

/// <summary>A document to read, print and keep, as data; <see cref="PdfFile"/> lays it out.</summary>
/// <param name="Title">The heading of its first page, and the name by which viewers show it.</param>
/// <param name="CreatedAt">When what it says was true. The same document with the same time is the same file.</param>
/// <param name="Blocks">What it consists of, in order.</param>
public sealed record Document(string Title, DateTimeOffset CreatedAt, IReadOnlyList<DocumentBlock> Blocks)
{
    /// <summary>In which language it is, for screen readers.</summary>
    public string Language { get; init; } = "en-US";

    /// <summary>What stands at the foot of every page, beside its number; null: the title.</summary>
    public string? Footer { get; init; }
}

/// <summary>A part of a document.</summary>
public abstract record DocumentBlock;

/// <summary>A heading below the title.</summary>
public sealed record DocumentHeading(string Text) : DocumentBlock;

/// <summary>Some sentences.</summary>
public sealed record DocumentParagraph(string Text) : DocumentBlock;
