using System.Net.Mime;
using System.Text.Json.Serialization;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Subscriptions;

/// <summary>What mail programs post when somebody unsubscribes (RFC 8058, section 3.2).</summary>
/// <param name="ListUnsubscribe">Always <c>One-Click</c>.</param>
internal sealed record OneClickForm([property: JsonPropertyName(OneClickForm.Name)] string ListUnsubscribe)
{
    /// <summary>The media type; <c>multipart/form-data</c> is accepted as well.</summary>
    public const string ContentType = MediaTypeNames.Application.FormUrlEncoded;

    private const string Name = "List-Unsubscribe";
    private const string Value = "One-Click";
    private const int MaxLength = 4 * 1024;

    /// <summary>Refuses what no mail program posts, such as a link that somebody was made to follow.</summary>
    public static async Task EnsurePostedAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            throw new RefusedException(HttpErrors.NotAForm);
        if (request.ContentLength is not (null or <= MaxLength))
            throw new RefusedException(HttpErrors.FormTooLarge);
        try
        {
            var form = await request.ReadFormAsync(
                new Microsoft.AspNetCore.Http.Features.FormOptions
                {
                    BufferBodyLengthLimit = MaxLength,
                    MultipartBodyLengthLimit = MaxLength,
                },
                request.HttpContext.RequestAborted
            );
            if (form[Name] == Value)
                return;
        }
        catch (InvalidDataException)
        {
            throw new RefusedException(HttpErrors.BadRequest);
        }

        throw new RefusedException(HttpErrors.Field(Name, "Send One-Click."));
    }
}
