using Kayse.Grains.Members;

namespace Kayse.Grains.ReleaseNotes;

/// <summary>A release note as an email tells of it.</summary>
/// <param name="Id">Unique; lower-case letters, digits and hyphens.</param>
/// <param name="Place">Its place in the order of all: its date and its id.</param>
/// <param name="Title">One line.</param>
/// <param name="Summary">What it begins with, without markup.</param>
/// <param name="Audience">The least role of those whom it concerns.</param>
[GenerateSerializer, Immutable, Alias("kayse.release-summary")]
public sealed record ReleaseSummary(
    [property: Id(0)] string Id,
    [property: Id(1)] string Place,
    [property: Id(2)] string Title,
    [property: Id(3)] string Summary,
    [property: Id(4)] Role Audience
);
