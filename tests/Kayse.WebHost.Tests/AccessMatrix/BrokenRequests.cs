using System.Net.Http.Headers;
using System.Text;

namespace Kayse.WebHost.Tests.AccessMatrix;

/// <summary>
/// Requests with something wrong that a route would find fault with, were the caller allowed to use it.
/// </summary>
internal static class BrokenRequests
{
    /// <summary>
    /// Those for a method: bodies that can't be read, are of another type, lack what is required, are too large; and
    /// headers that are wrong.
    /// </summary>
    public static IEnumerable<(string Kind, HttpContent? Content, (string Name, string Value)[] Headers)> For(string method)
    {
        yield return ("a wrong If-Match", method == "GET" ? null : Json("{}"), [("If-Match", "nonsense")]);
        if (method is "GET" or "DELETE")
            yield break;
        yield return ("no JSON", Json("{"), []);
        yield return ("nothing that is required", Json("{}"), []);
        yield return ("a list", Json("[]"), []);
        yield return ("another type", new StringContent("text", Encoding.UTF8, "text/html"), []);
        yield return ("no type", new ByteArrayContent([1, 2, 3]), []);
        yield return ("a compressed body", Compressed(), []);
        yield return ("a wrong key", Json("{}"), [("Idempotency-Key", "two words")]);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static ByteArrayContent Compressed() =>
        new([0x1F, 0x8B]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json"), ContentEncoding = { "gzip" } } };
}
