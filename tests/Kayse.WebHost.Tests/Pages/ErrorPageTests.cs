using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Pages;
using Kayse.WebHost.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Pages;

/// <summary>The page that is shown in place of one that failed.</summary>
public sealed class ErrorPageTests(SharedApp shared) : AppTests(shared)
{
    [Fact]
    public async Task A_fault_of_ours_is_shown_with_its_trace_id_and_leads_to_help_with_it()
    {
        var (status, html) = await ShowAsync(context => PageRefusals.AnswerAsync(context, HttpErrors.Internal));

        status.ShouldBe(500);
        html.ShouldContain("Trace id: <code>trace-1</code>");
        html.ShouldContain("/help?trace=trace-1");
    }

    [Fact]
    public async Task Being_busy_needs_no_trace_id()
    {
        var (status, html) = await ShowAsync(context => PageRefusals.AnswerAsync(context, HttpErrors.Unavailable));

        status.ShouldBe(503);
        html.ShouldNotContain("Trace id");
    }

    private async Task<(int Status, string Html)> ShowAsync(Func<HttpContext, Task> show)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, TraceIdentifier = "trace-1" };
        using var body = new MemoryStream();
        (context.Request.Scheme, context.Request.Host, context.Request.Path) = ("http", new HostString("localhost"), "/home");
        context.Response.Body = body;
        await show(context);
        return (context.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}
