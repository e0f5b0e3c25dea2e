using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Kayse.WebHost.Hosting;

/// <summary>What the benchmark compares <c>GET /session</c> with: a route that does nothing, in the same process and the same pipeline.</summary>
internal static class Bench
{
    private static readonly StringValues _json = "application/json; charset=utf-8";

    public static void MapBench(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<WebOptions>>().Value.Bench.Enabled)
            app.MapGet("/bench/noop", Answer).ShortCircuit();
    }

    private static Task Answer(HttpContext context)
    {
        var answer = """{"ok":true}"""u8;
        context.Response.Headers.ContentType = _json;
        context.Response.ContentLength = answer.Length;
        answer.CopyTo(context.Response.BodyWriter.GetSpan(answer.Length));
        context.Response.BodyWriter.Advance(answer.Length);
        return Task.CompletedTask;
    }
}
