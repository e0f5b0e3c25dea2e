using System.Net.Mime;
using System.Reflection;
using Kayse.Grains.Errors;
using Kayse.WebHost.Api.Json;
using Kayse.WebHost.Api.Problems;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Api.Invitations.Bulk;

/// <summary>A request's CSV body, as text; a parameter of endpoints.</summary>
/// <param name="Text">Without a byte order mark.</param>
internal sealed record CsvBody(string Text) : IBindableFromHttpContext<CsvBody>, IEndpointParameterMetadataProvider
{
    /// <summary>2 MiB, as the contract has it for uploads.</summary>
    public const int MaxLength = 2 * 1024 * 1024;

    public static async ValueTask<CsvBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!IsCsv(context.Request.ContentType))
            throw new RefusedException(HttpErrors.NotCsv);
        using var bytes = await BodyBytes.ReadAsync(context, MaxLength, HttpErrors.UploadTooLarge);
        return new CsvBody(FileText.Decode(bytes.Span));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
        => builder.Metadata.Add(new AcceptsMetadata([MediaTypeNames.Text.Csv], typeof(string)));

    private static bool IsCsv(string? contentType)
        => MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals(MediaTypeNames.Text.Csv, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
