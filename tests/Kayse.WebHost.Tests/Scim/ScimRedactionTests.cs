using System.Text.Json;
using Kayse.WebHost.Scim;
using Microsoft.AspNetCore.Http;

namespace Kayse.WebHost.Tests.Scim;

/// <summary>What is left of requests in the activity list.</summary>
public sealed class ScimRedactionTests
{
    [Theory]
    [InlineData("""{"userName":"ben@jones.example","active":"True"}""", """{"userName":"…@jones.example","active":"True"}""")]
    [InlineData("""{"displayName":"Ben @ 12 High Street","age":42}""", """{"displayName":"…","age":"…"}""")]
    [InlineData(
        """{"password":"secret","emails":[{"type":"work","primary":true}]}""",
        """{"password":"…","emails":[{"type":"work","primary":true}]}"""
    )]
    [InlineData("""{"value":"06h22468v618exce1d7fqma4","title":""}""", """{"value":"06h22468v618exce1d7fqma4","title":""}""")]
    [InlineData("""{"path":"emails[value eq \"ben@x.example\"].type"}""", """{"path":"emails[value eq \"…@x.example\"].type"}""")]
    [InlineData("""{"emails[value eq \"secret\"].type":null}""", """{"emails[value eq \"…\"].type":null}""")]
    public void Bodies(string body, string expected)
    {
        using var json = JsonDocument.Parse(body);
        var shown = ScimRedaction.Body(json.RootElement, 4_000);
        JsonDocument.Parse(shown).RootElement.ToString().ShouldBe(JsonDocument.Parse(expected).RootElement.ToString());
    }

    [Theory]
    [InlineData("/Users", "?filter=userName%20eq%20%22ben@x.example%22", "/Users?filter=userName eq \"…@x.example\"")]
    [InlineData("/Users", "?filter=userName%20eq%20ben@x.example", "/Users?filter=userName eq …@x.example")]
    [InlineData("/Users", "?filter=displayName%20eq%20%22secret", "/Users?filter=displayName eq \"…\"")]
    [InlineData("/Users/ben@x.example", "", "/Users/…@x.example")]
    [InlineData("/Users/06h22468v618exce1d7fqma4", "?attributes=id", "/Users/06h22468v618exce1d7fqma4?attributes=id")]
    public void Paths(string path, string query, string expected)
    {
        var context = new DefaultHttpContext();
        (context.Request.Path, context.Request.QueryString) = ($"/scim/v2{path}", new QueryString(query));
        ScimRedaction.Path(context.Request).ShouldBe(expected);
    }

    [Fact]
    public void Large_bodies_are_cut()
    {
        using var json = JsonDocument.Parse(
            JsonSerializer.Serialize(new { members = Enumerable.Range(0, 1_000).Select(i => new { value = $"{i}" }) })
        );
        ScimRedaction.Body(json.RootElement, 4_000).ShouldEndWith(",\"…\"]}");
        ScimRedaction.Body(json.RootElement, 100).Length.ShouldBe(100);
    }
}
