using System.Reflection;
using System.Text;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.BusinessHours;

/// <summary>A request's iCalendar body, as text; a parameter of endpoints.</summary>
internal sealed record CalendarBody(string Text) : IBindableFromHttpContext<CalendarBody>, IEndpointParameterMetadataProvider
{
    private const string Type = "text/calendar";

    private static readonly Refusal _notACalendar = new("unsupported_media_type", "Send the file as text/calendar in UTF-8.");
    private static readonly Refusal _tooLarge = new("payload_too_large", "This file is larger than 256 KiB. Export fewer events.");

    public static async ValueTask<CalendarBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (
            !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.MediaType.Equals(Type, StringComparison.OrdinalIgnoreCase)
            || !BodyBytes.IsUtf8(type)
        )
            throw new RefusedException(_notACalendar);
        using var bytes = await BodyBytes.ReadAsync(context, CalendarFile.MaxLength, _tooLarge);
        return new CalendarBody(Encoding.UTF8.GetString(bytes.Span));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([Type], typeof(string)));
}
