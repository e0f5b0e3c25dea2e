using System.Diagnostics;
using Kayse.Silo.Telemetry;

namespace Kayse.Silo.Tests.Telemetry;

public sealed class KnownTagsTests
{
    [Fact]
    public void Spans_keep_what_is_known_and_lose_all_else()
    {
        using var span = new Activity("call");
        span.SetTag("http.route", "/companies/{company}");
        span.SetTag("url.path", "/companies/acme");
        span.SetTag("rpc.orleans.target_id", "emailaddress/ada@firm.example");
        span.SetStatus(ActivityStatusCode.Error, "ada@firm.example is taken");

        new KnownTags().OnEnd(span);

        span.TagObjects.ShouldBe([new("http.route", "/companies/{company}")]);
        (span.Status, span.StatusDescription).ShouldBe((ActivityStatusCode.Error, null));
    }
}
