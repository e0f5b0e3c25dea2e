using System.Reflection;
using Kayse.WebHost.Http.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace Kayse.WebHost.Http.Versions;

/// <summary>An answer with the ETag of what it shows.</summary>
internal sealed class Versioned<T>(T answer, long version) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = EntityTag.Of(version);
        return TypedResults.Ok(answer).ExecuteAsync(httpContext);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new HasETagAttribute());
    }
}

internal static class Versioned
{
    /// <summary>200 with what is shown and its version.</summary>
    public static Versioned<T> Ok<T>(T answer, long version) => new(answer, version);
}
