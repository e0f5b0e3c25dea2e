using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Testing;

/// <summary>That the checks see what they are there for, on a page that has it all.</summary>
public sealed class PageCheckTests : Journey
{
    private const string Faulty = """
        <!doctype html>
        <html lang="en">
        <head><title>Faulty</title><style>main { width: 1500px }</style><script>document.title = "changed"</script></head>
        <body><main><h1>Faulty</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main></body>
        </html>
        """;

    [Fact]
    public async Task What_axe_finds_and_what_sticks_out_fails_a_page()
    {
        var visitor = await VisitFaultyAsync("style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:");

        var failure = await Assert.ThrowsAsync<ShouldAssertException>(() =>
            new PageCheck(visitor, "faulty").RunAsync("/faulty", then: null)
        );

        failure.Message.ShouldContain("image-alt");
        failure.Message.ShouldContain("faulty is 1508 pixels wide at 1280");
        failure.Message.ShouldContain("faulty is 1508 pixels wide at 320");
    }

    [Fact]
    public async Task What_the_content_policy_forbids_fails_a_test()
    {
        var visitor = await VisitFaultyAsync("default-src 'self'; style-src 'unsafe-inline'; img-src data:");

        await visitor.OpenAsync("/faulty");

        Should.Throw<ShouldAssertException>(visitor.ShouldHaveNoTrouble).Message.ShouldContain("Content Security Policy");
        visitor.Expect("Content Security Policy");
    }

    private async Task<Visitor> VisitFaultyAsync(string policy)
    {
        var visitor = await VisitAsync();
        await visitor.Page.RouteAsync(
            "**/faulty",
            route =>
                route.FulfillAsync(
                    new RouteFulfillOptions
                    {
                        ContentType = "text/html",
                        Body = Faulty,
                        Headers = new Dictionary<string, string> { ["Content-Type"] = "text/html", ["Content-Security-Policy"] = policy },
                    }
                )
        );
        return visitor;
    }
}
