using System.Net.Mime;
using System.Reflection;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Invitations.Bulk;

/// <summary>A request's CSV body, as text; a parameter of endpoints.</summary>
/// <param name="Text">Without a byte order mark.</param>
internal sealed record CsvBody(string Text) : IBindableFromHttpContext<CsvBody>, IEndpointParameterMetadataProvider
{
    /// <summary>2 MiB, as the contract has it for uploads.</summary>
    public const int MaxLength = 2 * 1024 * 1024;

    // What browsers and spreadsheets call such files: Windows with Excel installed says that all of them are its own.
    private static readonly string[] _types =
    [
        MediaTypeNames.Text.Csv,
        "application/csv",
        "application/vnd.ms-excel",
        MediaTypeNames.Text.Plain,
    ];

    public static async ValueTask<CsvBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!IsText(context.Request.ContentType))
            throw new RefusedException(HttpErrors.NotCsv);
        using var bytes = await BodyBytes.ReadAsync(context, MaxLength, HttpErrors.UploadTooLarge);
        return new CsvBody(FileText.Decode(bytes.Span));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(_types, typeof(string)));

    private static bool IsText(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && _types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
        && BodyBytes.IsUtf8(type);
}
