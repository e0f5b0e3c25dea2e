using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Metadata;

namespace Kayse.WebHost.Http.Json;

/// <summary>A request's JSON body, read and checked for its form; a parameter of endpoints.</summary>
/// <param name="Value">What was sent; every required member is there.</param>
/// <param name="Fingerprint">The SHA-256 of the bytes, to tell a repetition from another request.</param>
internal sealed record Body<T>(T Value, byte[] Fingerprint) : IBindableFromHttpContext<Body<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        using var bytes = await BodyBytes.ReadAsync(context.Request, context.RequestAborted);
        return new Body<T>(JsonBody.Parse<T>(bytes.Span), SHA256.HashData(bytes.Span));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}
