using System.Reflection;
using Kayse.Grains.Errors;
using Kayse.Grains.Images;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Users;

/// <summary>
/// A request's body that says it is a picture; a parameter of endpoints. What it is only its bytes tell.
/// </summary>
/// <param name="Content">The file.</param>
internal sealed record ImageBody(byte[] Content) : IBindableFromHttpContext<ImageBody>, IEndpointParameterMetadataProvider
{
    /// <summary>2 MiB, as the contract has it for uploads.</summary>
    public const int MaxLength = 2 * 1024 * 1024;

    private static readonly string[] _types = ["image/png", "image/jpeg", "image/jpg", "image/webp", "image/gif"];

    public static async ValueTask<ImageBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (
            !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !_types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
        )
            throw new RefusedException(HttpErrors.NotAnImage);
        using var bytes = await BodyBytes.ReadAsync(context, MaxLength, ImageErrors.TooLarge);
        return new ImageBody(bytes.Span.ToArray());
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(_types, typeof(byte[])));
}
