namespace Kayse.Grains.Idempotency;

/// <summary>An HTTP answer that can be given again.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">Content-Type, or empty when there is no body.</param>
/// <param name="Body">At most <see cref="MaxBodyLength"/> bytes; never changed once handed over.</param>
/// <param name="Location">The Location header, or null.</param>
[GenerateSerializer, Immutable, Alias("kayse.stored-response")]
public sealed record StoredResponse(
    [property: Id(0)] int Status,
    [property: Id(1)] string ContentType,
    [property: Id(2)] byte[] Body,
    [property: Id(3)] string? Location
)
{
    /// <summary>What fits into a grain's state. Larger answers can't be kept.</summary>
    public const int MaxBodyLength = 256 * 1024;

    /// <summary>The ETag header, or null.</summary>
    [Id(4)]
    public string? ETag { get; init; }

    /// <summary>Leaves the body out, which may hold a session token.</summary>
    public override string ToString() => $"{nameof(StoredResponse)} {Status}";
}
