using Kayse.Grains.Invitations;

namespace Kayse.Grains.Branding;

/// <summary>Changes the branding of a company; nothing is checked yet.</summary>
/// <param name="AccentColor">Such as <c>#2563eb</c>, to nothing for Kayse's own; null: stays.</param>
/// <param name="ExpectedVersion">The version that is changed; null: any.</param>
[GenerateSerializer, Immutable, Alias("kayse.update-branding")]
public sealed record UpdateBranding([property: Id(0)] Change<string>? AccentColor, [property: Id(1)] long? ExpectedVersion = null);
