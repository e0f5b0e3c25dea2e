using System.Text;
using Kayse.Testing;

namespace Kayse.WebHost.Tests.Fuzzing;

/// <summary>
/// Makes one request after the other out of the routes that there are: each is made by its number alone, so that one
/// that found something can be made again.
/// </summary>
/// <param name="routes">All routes.</param>
/// <param name="known">Ids, addresses and tokens that exist.</param>
/// <param name="credentials">Values of the Authorization header by which callers of all kinds are known; null for
/// none.</param>
/// <param name="seed">Of all decisions.</param>
internal sealed class OddRequests(
    IReadOnlyList<ApiRoute> routes,
    IReadOnlyList<string> known,
    IReadOnlyList<string?> credentials,
    int seed
)
{
    private static readonly string[] _methods =
    [
        "GET",
        "HEAD",
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
        "OPTIONS",
        "TRACE",
        "PROPFIND",
        "get",
        "QUERY",
    ];

    private static readonly string[] _types =
    [
        "application/json",
        "application/json; charset=\"utf-8\"",
        "application/json; charset=utf-16",
        "application/merge-patch+json",
        "text/csv",
        "text/plain",
        "application/vnd.ms-excel",
        "image/png",
        "image/gif",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "nonsense",
        "/",
        "",
        "application/json; charset=",
        "*/*",
    ];

    private static readonly (string Name, string[] Values)[] _headers =
    [
        ("Accept", ["*/*", "text/csv", "text/html", "application/json;q=0", "nonsense", "text/csv;q=abc", ""]),
        ("If-Match", ["\"1\"", "*", "W/\"1\"", "nonsense", "\"99999999999999999999\"", "\"\"", ""]),
        ("If-None-Match", ["*", "\"x\"", "nonsense"]),
        ("Idempotency-Key", ["key-1", "two words", "", "é", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]),
        (
            "Cookie",
            [
                "kayse_session=x",
                "kayse_session=",
                "=;=;",
                "kayse_device=a.b; kayse_ticket=c.d",
                "kayse_session=\"a",
                "__Host-kayse_session=x",
            ]
        ),
        ("Content-Encoding", ["gzip", "identity", "br, gzip", "nonsense"]),
        ("Origin", ["null", "https://evil.example", "http://localhost", "nonsense"]),
        ("Sec-Fetch-Site", ["same-origin", "cross-site", "none", ""]),
        ("X-Forwarded-For", ["1.2.3.4", "nonsense", "1.2.3.4, ::1", "[::1]:80"]),
        ("X-Forwarded-Host", ["evil.example", ""]),
        ("X-Forwarded-Proto", ["https", "nonsense"]),
        ("Range", ["bytes=0-1", "bytes=-1", "nonsense", "bytes=5-1"]),
        ("If-Modified-Since", ["Mon, 05 Jan 2026 09:00:00 GMT", "nonsense"]),
        ("User-Agent", ["", "Mozilla/5.0 (Linux; Android", "\uFFFD", "curl/8"]),
        ("Accept-Language", ["de, en;q=0.5", "nonsense;;;", "*"]),
        ("X-Test-Remote-Address", ["203.0.113.7", "2001:db8::1", "::ffff:10.0.0.1"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
        ("traceparent", ["00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "nonsense"]),
    ];

    public HttpRequestMessage Make(int number)
    {
        var random = new Random(unchecked((seed * 397) ^ (number * 7919)));
        var (route, odd) = (routes[number % routes.Count], new OddValues(random, known));
        var method = random.Next(12) == 0 ? _methods[random.Next(_methods.Length)] : route.Method;
        var request = new HttpRequestMessage(
            new HttpMethod(method),
            new Uri(PathOf(route, odd, random) + QueryOf(route, odd, random), UriKind.Relative)
        );
        if (credentials[random.Next(credentials.Count)] is { } credential)
            request.Headers.TryAddWithoutValidation("Authorization", credential);
        if (random.Next(8) > 0 && method is not ("GET" or "HEAD" or "TRACE"))
            request.Content = BodyOf(route, odd, random);
        for (var i = random.Next(3); i > 0; i--)
        {
            var (name, values) = _headers[random.Next(_headers.Length)];
            var value = values[random.Next(values.Length)];
            if (name.StartsWith("Content-", StringComparison.Ordinal))
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            else
                request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static string PathOf(ApiRoute route, OddValues odd, Random random) =>
        string.Join('/', route.Path.Split('/').Select(segment => !segment.StartsWith('{') ? segment : Segment(segment, odd, random)));

    // Sometimes the value is not even escaped once, and sometimes twice.
    private static string Segment(string name, OddValues odd, Random random)
    {
        if (name == "{company}" && random.Next(3) > 0)
            return "current";
        // The test server can't send a zero byte in a path; Kestrel answers it with 400 before it is ours.
        var value = odd.Text().Replace('\0', '0');
        if (value.Length > 1000)
            value = value[..1000];
        return random.Next(10) == 0 ? Uri.EscapeDataString(Uri.EscapeDataString(value)) : Uri.EscapeDataString(value);
    }

    private static string QueryOf(ApiRoute route, OddValues odd, Random random)
    {
        if (random.Next(3) > 0 && route.Queries.Count == 0)
            return "";
        var names = route
            .Queries.Where(_ => random.Next(3) == 0)
            .Concat(random.Next(5) == 0 ? ["limit", "unknown", odd.Text()] : Array.Empty<string>());
        var query = string.Join('&', names.Select(name => $"{Uri.EscapeDataString(Cut(name))}={Uri.EscapeDataString(Cut(odd.Text()))}"));
        return query.Length == 0 ? "" : $"?{query}";

        static string Cut(string text) => text.Length > 500 ? text[..500] : text;
    }

    private static ByteArrayContent BodyOf(ApiRoute route, OddValues odd, Random random)
    {
        var bytes = random.Next(12) switch
        {
            0 => [],
            1 => RandomBytes(random),
            2 => Encoding.UTF8.GetBytes(new string('[', 200)),
            3 => Pictures.Png(),
            4 => Encoding.UTF8.GetBytes($"email,full name,role\n{odd.Text()},{odd.Text()},user\n\"open"),
            _ => Encoding.UTF8.GetBytes(odd.Json(route.Schema)),
        };
        if (random.Next(20) == 0 && bytes.Length > 1)
            bytes = bytes[..random.Next(bytes.Length)];
        var type = random.Next(10) == 0 || route.ContentType is null ? _types[random.Next(_types.Length)] : route.ContentType;
        var content = new ByteArrayContent(bytes);
        if (type.Length > 0)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    private static byte[] RandomBytes(Random random)
    {
        var bytes = new byte[random.Next(300)];
        random.NextBytes(bytes);
        return bytes;
    }
}
