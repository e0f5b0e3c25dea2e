using Kayse.Grains.Tokens;

namespace Kayse.Grains.Scim;

/// <summary>Who makes a request of a directory.</summary>
/// <param name="Token">The hash of the token.</param>
/// <param name="IpAddress">Where from, or null when it is not known.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-caller")]
public sealed record ScimCaller([property: Id(0)] TokenHash Token, [property: Id(1)] string? IpAddress);

/// <summary>A request of an identity provider that was answered, for the activity list.</summary>
/// <param name="At">When.</param>
/// <param name="Method">Such as <c>PATCH</c>.</param>
/// <param name="Path">The path below <c>/scim/v2</c> with its query, without personal values.</param>
/// <param name="Status">The status of the response.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-request")]
public sealed record ScimRequest(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] string Method,
    [property: Id(2)] string Path,
    [property: Id(3)] int Status
)
{
    /// <summary>The JSON body without personal values, up to 4,000 characters; null when there was none.</summary>
    [Id(4)]
    public string? Body { get; init; }

    /// <summary>The user or group that it was about; null when there was none.</summary>
    [Id(5)]
    public string? ResourceId { get; init; }

    /// <summary>Whether anything changed; null when nothing was to be changed.</summary>
    [Id(6)]
    public bool? Changed { get; init; }

    /// <summary>What the response said, or why nothing changed.</summary>
    [Id(7)]
    public IReadOnlyList<string> Notes { get; init; } = [];
}
