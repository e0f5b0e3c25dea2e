using Kayse.Grains.Errors;
using Microsoft.AspNetCore.Diagnostics;

namespace Kayse.WebHost.Http.Problems;

/// <summary>How an endpoint reports refusals when it isn't by problem details, as metadata on it.</summary>
/// <param name="WriteAsync">Writes the response.</param>
internal sealed record RefusalWriter(Func<HttpContext, Refusal, Task> WriteAsync)
{
    /// <summary>That of the endpoint of a request, also once an exception has taken the endpoint away; null: none.</summary>
    public static RefusalWriter? Of(HttpContext context) =>
        (context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint)?.Metadata.GetMetadata<RefusalWriter>();
}
