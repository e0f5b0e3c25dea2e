using System.Text.Json.Serialization;

namespace Kayse.Grains.Privacy;

/// <summary>What a deletion certificate says: nothing by which the person could be known.</summary>
/// <param name="Issuer">The installation's public URL.</param>
/// <param name="Reference">Random; the person and the company's audit log have it too.</param>
/// <param name="DeletedAt">When the account was erased.</param>
/// <param name="RequestedBy"><c>person</c> or <c>admin</c>.</param>
/// <param name="Erased">What was erased.</param>
/// <param name="Kept">What is kept, and for how long.</param>
[GenerateSerializer, Immutable, Alias("kayse.deletion-certificate")]
public sealed record DeletionCertificate(
    [property: Id(0), JsonPropertyName("iss")] string Issuer,
    [property: Id(1), JsonPropertyName("jti")] string Reference,
    [property: Id(2), JsonPropertyName("deletedAt")] DateTimeOffset DeletedAt,
    [property: Id(3), JsonPropertyName("requestedBy")] string RequestedBy,
    [property: Id(4), JsonPropertyName("erased")] IReadOnlyList<string> Erased,
    [property: Id(5), JsonPropertyName("kept")] IReadOnlyList<string> Kept
);
