using System.Net;
using System.Net.Http.Headers;

using Cookie = System.Net.Cookie;

namespace Kayse.WebHost.Tests.Testing;

/// <summary>
/// Uses the console as a browser without JavaScript does: keeps cookies, sends a page's forms with all that stands in
/// them, follows redirects on this host.
/// </summary>
public sealed class PageClient(KayseApp app)
{
    private const int MaxRedirects = 5;
    private readonly HttpClient _http = app.Http();

    // By the app's clock, which is not the machine's, a cookie may be old and good.
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>Sent in the Authorization header, which browsers don't do; null for none.</summary>
    public string? Bearer { get; init; }

    /// <summary>The value of a cookie, or null.</summary>
    public string? Cookie(string name) => _cookies.GetValueOrDefault(name);

    /// <summary>Has the session of somebody who signed in by other means.</summary>
    public PageClient As(Person person)
    {
        _cookies["kayse_session"] = person.Token;
        return this;
    }

    public Task<Page> GetAsync(string url) => SendAsync(HttpMethod.Get, url, content: null);

    /// <summary>Opens a page and sends a form of it.</summary>
    public async Task<Page> SubmitAsync(string url, string form, params (string Name, string Value)[] fields) =>
        await SubmitAsync((await GetAsync(url)).ShouldBe(HttpStatusCode.OK), form, fields);

    /// <summary>
    /// Sends a form of a page, with what was typed in place of what stood there. A name given several times is sent as
    /// often.
    /// </summary>
    public Task<Page> SubmitAsync(Page page, string form, params (string Name, string Value)[] fields)
    {
        var found = page.Form(form);
        var values = found.Values.Where(value => fields.All(field => field.Name != value.Name)).Concat(fields);
        return PostAsync(found.Action ?? page.Url, values);
    }

    /// <summary>Sends what no page of ours made.</summary>
    public Task<Page> PostAsync(
        string url,
        IEnumerable<(string Name, string Value)> fields,
        params (string Name, string Value)[] headers
    ) =>
        SendAsync(
            HttpMethod.Post,
            url,
            new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
            headers
        );

    /// <summary>
    /// One request, with what else than a form's fields it has to carry; redirects are followed by GET.
    /// </summary>
    public async Task<Page> SendAsync(HttpMethod method, string url, HttpContent? content, params (string Name, string Value)[] headers)
    {
        var page = await SendOnceAsync(method, url, content, headers);
        for (var i = 0; i < MaxRedirects && page.Location is ['/', not '/', ..] or "/"; i++)
            page = await SendOnceAsync(HttpMethod.Get, page.Location, content: null, headers);
        return page;
    }

    /// <summary>One request; its answer may be a redirect.</summary>
    public async Task<Page> SendOnceAsync(
        HttpMethod method,
        string url,
        HttpContent? content = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        request.Headers.Accept.ParseAdd("text/html");
        if (Bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bearer);
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        using var response = await _http.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            Keep(cookie);
        return new Page(response.StatusCode, url, HereOf(response.Headers.Location), await response.Content.ReadAsStringAsync());
    }

    // Empty is how one is taken away.
    private void Keep(string cookie)
    {
        var (name, value) = (
            cookie[..cookie.IndexOf('=', StringComparison.Ordinal)],
            cookie.Split(';')[0][(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]
        );
        if (value.Length == 0)
            _cookies.Remove(name);
        else
            _cookies[name] = value;
    }

    // An address on this host from its path on.
    private string? HereOf(Uri? location) =>
        location is { IsAbsoluteUri: true } && _http.BaseAddress!.IsBaseOf(location)
            ? location.PathAndQuery + location.Fragment
            : location?.OriginalString;
}
