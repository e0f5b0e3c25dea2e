using System.Reflection;
using Kayse.Grains.Branding;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Branding;

/// <summary>
/// A request's body that says it is a logo; a parameter of endpoints. What it is only its bytes tell.
/// </summary>
/// <param name="Content">The file.</param>
internal sealed record LogoBody(byte[] Content) : IBindableFromHttpContext<LogoBody>, IEndpointParameterMetadataProvider
{
    /// <summary>1 MiB.</summary>
    public const int MaxLength = 1024 * 1024;

    private static readonly Refusal _notALogo = new("unsupported_media_type", "Send the logo as image/png, image/jpeg or image/svg+xml.");
    private static readonly string[] _types = ["image/png", "image/jpeg", "image/jpg", "image/svg+xml"];

    public static async ValueTask<LogoBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (
            !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !_types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
        )
            throw new RefusedException(_notALogo);
        using var bytes = await BodyBytes.ReadAsync(context, MaxLength, LogoErrors.TooLarge);
        return new LogoBody(bytes.Span.ToArray());
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(_types, typeof(byte[])));
}
