using System.Net;
using System.Text.Json.Nodes;

namespace Kayse.Client.Tests.Support;

internal static class Problems
{
    /// <summary>That it is a problem of that code; answers the whole.</summary>
    public static async Task<JsonNode> ShouldRefuseAsync(this HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, text);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(text)!;
        problem["code"]!.GetValue<string>().ShouldBe(code);
        problem["status"]!.GetValue<int>().ShouldBe((int)status);
        return problem;
    }
}
