using Kayse.Grains.Invitations;

namespace Kayse.Grains.Members;

/// <summary>Changes a member (ME-2). A change that is null leaves what is there.</summary>
/// <param name="FullName">How the company lists them. The person's own name, by which they are greeted and signed in,
/// stays theirs.</param>
/// <param name="JobTitle">The new job title; its value null takes it away.</param>
/// <param name="Access">The new access. Another role than before takes granted permissions away too.</param>
/// <param name="ExpectedVersion">The version that the change is meant for; null: whichever is there.</param>
[GenerateSerializer, Immutable, Alias("kayse.update-member")]
public sealed record UpdateMember(
    [property: Id(0)] string? FullName = null,
    [property: Id(1)] Change<string>? JobTitle = null,
    [property: Id(2)] AccessChange? Access = null,
    [property: Id(3)] long? ExpectedVersion = null
);
