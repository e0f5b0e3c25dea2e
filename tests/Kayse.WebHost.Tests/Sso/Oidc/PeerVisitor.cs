namespace Kayse.WebHost.Tests.Sso.Oidc;

/// <summary>Somebody's browser at the identity provider of the tests.</summary>
internal sealed class PeerVisitor : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true });

    public void Dispose() => _http.Dispose();

    /// <summary>
    /// Follows a request to the provider, signs in there when that asks for it, and answers where it sends people back to.
    /// </summary>
    public async Task<Uri> SignInAsync(string url, string user)
    {
        var next = await FollowAsync(HttpMethod.Get, url);
        if (next.AbsolutePath.StartsWith("/interaction/", StringComparison.Ordinal))
            next = await FollowAsync(HttpMethod.Get, (await FollowAsync(HttpMethod.Post, next.ToString(), ("user", user))).ToString());
        return next;
    }

    private async Task<Uri> FollowAsync(HttpMethod method, string url, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(method, url);
        if (method == HttpMethod.Post)
            request.Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await _http.SendAsync(request);
        return new Uri(new Uri(url), response.Headers.Location.ShouldNotBeNull(await response.Content.ReadAsStringAsync()));
    }
}
