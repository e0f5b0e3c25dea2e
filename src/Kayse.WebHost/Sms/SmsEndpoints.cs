using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Sms;

/// <summary>What a text costs as an SMS, before it is sent (NO-7).</summary>
internal static class SmsEndpoints
{
    private const int MaxLength = 10_000;

    public static void MapSms(this RouteGroupBuilder api) =>
        api.MapPost("/sms/segments", CountSegments).WithTags("SMS").Allows(Who.SignedIn, keys: ApiKeyPermissions.Read);

    /// <summary>Count the segments of an SMS</summary>
    /// <remarks>
    /// Tells how many messages a text of up to 10,000 characters is sent as. One message takes 160 characters of the GSM
    /// alphabet, or 70 if any character is not in it; each of several takes 153, or 67. Characters of the extension
    /// table, such as €, and those beyond U+FFFF, such as emoji, count as 2. Nothing is sent or stored.
    /// </remarks>
    [Refuses("validation_failed")]
    public static Ok<SmsSegmentsResponse> CountSegments(Body<SmsSegmentsRequest> body) =>
        body.Value.Text!.Length <= MaxLength
            ? TypedResults.Ok(SmsSegmentsResponse.Of(SmsSegments.Of(body.Value.Text)))
            : throw new RefusedException(HttpErrors.Field("text", "This is longer than 10,000 characters."));
}

/// <summary>A text that is to be sent.</summary>
internal sealed class SmsSegmentsRequest
{
    /// <summary>Up to 10,000 characters.</summary>
    public required string? Text { get; init; }
}

/// <summary>How a text is sent by SMS.</summary>
/// <param name="Encoding"><c>GSM-7</c>, or <c>UCS-2</c> if any character is not in the GSM alphabet.</param>
/// <param name="Segments">How many messages it is sent as; 1 for an empty text.</param>
/// <param name="Characters">The length as it is counted: some characters count as 2.</param>
/// <param name="PerSegment">How many of those fit into each message.</param>
/// <param name="UnicodeCharacters">The characters that are not in the GSM alphabet, each once, in their order.</param>
internal sealed record SmsSegmentsResponse(
    string Encoding,
    int Segments,
    int Characters,
    int PerSegment,
    IReadOnlyList<SmsUnicodeCharacter> UnicodeCharacters
)
{
    public static SmsSegmentsResponse Of(SmsSegments counted) =>
        new(
            counted.Encoding == SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2",
            counted.Segments,
            counted.Characters,
            counted.PerSegment,
            counted.UnicodeCharacters
        );
}
