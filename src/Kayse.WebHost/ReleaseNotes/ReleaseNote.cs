using System.Globalization;
using Kayse.Grains.Members;
using Kayse.Grains.ReleaseNotes;

namespace Kayse.WebHost.ReleaseNotes;

/// <summary>What is new in a release.</summary>
/// <param name="Id">Unique; lower-case letters, digits and hyphens.</param>
/// <param name="Date">When it came out.</param>
/// <param name="Title">One line.</param>
/// <param name="Audience">The least role of those whom it concerns.</param>
/// <param name="Kind">How much is made of it.</param>
/// <param name="Markdown">The text.</param>
/// <param name="Html">The same, made by us: markup in the text has become text.</param>
internal sealed record ReleaseNote(string Id, DateOnly Date, string Title, Role Audience, ReleaseKind Kind, string Markdown, string Html)
{
    /// <summary>Its place in the order of all notes.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd}/{Id}");

    /// <summary>The first paragraph, without markup; empty when there is none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>As an email tells of it.</summary>
    public ReleaseSummary Summarize() => new(Id, Place, Title, Summary, Audience);
}

/// <summary>How much is made of a release.</summary>
internal enum ReleaseKind
{
    /// <summary>A badge says that there is something new.</summary>
    Minor,

    /// <summary>It is shown once by itself.</summary>
    Major,
}
