using System.Reflection;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace Kayse.WebHost.Http.Versions;

/// <summary>
/// For which version of a resource a change is meant, as the If-Match header says; a parameter of endpoints, which
/// thereby heed it.
/// </summary>
/// <param name="Version">The version; null when any will do. One that no resource has where the tag is none of
/// ours.</param>
internal sealed record IfMatch(long? Version) : IBindableFromHttpContext<IfMatch>, IEndpointParameterMetadataProvider
{
    private const string Header = "If-Match";
    private const long None = -1;

    public static ValueTask<IfMatch?> BindAsync(HttpContext context, ParameterInfo parameter) => new(Of(context.Request.Headers.IfMatch));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new TakesIfMatchAttribute());
        builder.Metadata.Add(new RefusesAttribute("version_conflict", "validation_failed"));
    }

    private static IfMatch Of(StringValues values)
    {
        if (values.Count == 0)
            return new IfMatch(Version: null);
        if (values.Count > 1 || values[0] is not { } tag || tag.Contains(',', StringComparison.Ordinal))
            throw new RefusedException(HttpErrors.Field(Header, "This must be one entity tag."));
        return tag.Trim() is EntityTag.Any ? new IfMatch(Version: null) : new IfMatch(EntityTag.VersionOf(tag.Trim()) ?? None);
    }
}
