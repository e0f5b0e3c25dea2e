using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Kayse.WebHost.Hosting;

/// <summary>
/// What the benchmark compares <c>GET /session</c> with: a route that answers a constant of the size of that answer, in
/// the same process and the same pipeline. And how many checks of sessions were answered from memory.
/// </summary>
internal static class Bench
{
    private static readonly StringValues _json = "application/json; charset=utf-8";

    public static void MapBench(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<WebOptions>>().Value.Bench.Enabled)
            return;
        app.MapGet("/bench/noop", Answer).ShortCircuit();
        var checks = new SessionCheckCounts(app.Services.GetRequiredService<IMeterFactory>());
        app.Lifetime.ApplicationStopped.Register(checks.Dispose);
        app.MapGet("/bench/session-checks", () => new { checks.Local, checks.Grain }).ShortCircuit();
    }

    private static Task Answer(HttpContext context)
    {
        var answer =
            """
            {"id":"06h2246azep9zd1vbb1822qr","user":{"id":"06h22468v618exce1d7fqma4",
            "fullName":"Amelia Abernathy","email":"abernathy.12345@law-123.example"},
            "company":{"id":"06h22469emrzcgqfm45rabag","name":"Law Offices No. 123 LLP"},"role":"user",
            "permissions":["members.read","crm.access","recordings.listen"],
            "caseAccess":"assigned","caseTypes":["personal injury","workers compensation"],
            "agentAccess":"all","agentIds":null,"expiresAt":"2026-11-28T08:01:18.6267756Z"}
            """u8;
        context.Response.Headers.ContentType = _json;
        context.Response.ContentLength = answer.Length;
        answer.CopyTo(context.Response.BodyWriter.GetSpan(answer.Length));
        context.Response.BodyWriter.Advance(answer.Length);
        return Task.CompletedTask;
    }
}
