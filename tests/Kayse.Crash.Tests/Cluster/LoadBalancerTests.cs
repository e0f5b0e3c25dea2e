using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Kayse.Crash.Hosting;
using Kayse.Crash.Http;
using Kayse.Testing;
using Xunit.Abstractions;

namespace Kayse.Crash.Cluster;

/// <summary>Two web hosts of one cluster behind nginx, set up as in docs/nginx.conf.</summary>
public sealed class LoadBalancerTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Password = "correct horse battery staple 9";
    private const int Sessions = 24;

    private TestCluster _cluster = null!;
    private HostProcess[] _hosts = [];
    private LoadBalancer _balancer = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _cluster = await TestCluster.NewAsync();
        _hosts = await Task.WhenAll(_cluster.StartWebSiloAsync("one"), _cluster.StartWebSiloAsync("other"));
        var configuration = Path.Combine(Repository.Root, "docs", "nginx.conf");
        _balancer = await LoadBalancer.StartAsync(
            configuration,
            _cluster.Apart("nginx").DataDirectory,
            _hosts[0].Address,
            _hosts[1].Address
        );
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false })
        {
            BaseAddress = new Uri(_balancer.Address, "/api/v1/"),
        };
    }

    public async Task DisposeAsync()
    {
        _http?.Dispose();
        _balancer?.Dispose();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task A_session_stays_with_its_host_and_goes_on_with_the_other_when_that_stops()
    {
        var tokens = await Task.WhenAll(Enumerable.Range(0, Sessions).Select(SignUpAsync));
        var hostOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var token in tokens)
            hostOf[token] = await CheckAsync(Bearer(token));
        hostOf
            .Values.Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(_hosts.Select(host => host.Address.Authority).Order(StringComparer.Ordinal));

        await AllStayAsync(tokens, hostOf, rounds: 1);
        var begun = await CountAsync();
        await AllStayAsync(tokens, hostOf, rounds: 60);
        var counts = await CountAsync();
        var share = (counts.Local - begun.Local) / (double)(counts.Local + counts.Grain - begun.Local - begun.Grain);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Answered from memory: {share:p1} of {Sessions * 60} checks; {counts.Local / (double)(counts.Local + counts.Grain):p1} of all since the {Sessions} sign-ups."
            )
        );
        (counts.Local + counts.Grain - begun.Local - begun.Grain).ShouldBe(Sessions * 60, "every check is counted once");
        share.ShouldBeGreaterThan(0.95);

        await ByCookieAsync(tokens[0], hostOf[tokens[0]]);
        tokens[1] = await RenewAsync(tokens[1], hostOf);

        var stopping = _hosts[1].StopAsync();
        do
        {
            foreach (var token in tokens)
                await CheckAsync(Bearer(token));
        } while (!stopping.IsCompleted);
        (await stopping).ShouldBe(0);
        foreach (var token in tokens)
            (await CheckAsync(Bearer(token))).ShouldEndWith(_hosts[0].Address.Authority);

        using var api = new ApiClient(_balancer.Address);
        (await api.PostAsync("authorize", tokens[2], new { permission = "crm.access" })).Text("allowed").ShouldBe("True");
        (await api.PostAsync("auth/sign-out", tokens[2], null)).IsSuccess.ShouldBeTrue();
        (await api.GetAsync("session", tokens[2])).Code.ShouldBe("session_ended");
    }

    private static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);

    private async Task<string> SignUpAsync(int number)
    {
        using var api = new ApiClient(_balancer.Address);
        var company = await api.PostAsync(
            "companies",
            null,
            new
            {
                companyName = "Firm",
                fullName = "Ada",
                email = $"ada{number}@firm.example",
                password = Password,
            }
        );
        return company.Text("session.token");
    }

    private async Task AllStayAsync(IEnumerable<string> tokens, Dictionary<string, string> hostOf, int rounds) =>
        await Parallel.ForEachAsync(
            tokens,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (token, _) =>
            {
                for (var round = 0; round < rounds; round++)
                    (await CheckAsync(Bearer(token))).ShouldBe(hostOf[token]);
            }
        );

    // A browser sends other cookies too.
    private async Task ByCookieAsync(string token, string host) =>
        (await CheckAsync(null, $"theme=dark; kayse_session={token}; other=1")).ShouldBe(host);

    private async Task<string> RenewAsync(string token, Dictionary<string, string> hostOf)
    {
        using var api = new ApiClient(_balancer.Address);
        var renewed = (await api.PostAsync("auth/step-up", token, new { password = Password })).Text("session.token");
        renewed.ShouldNotBe(token);
        (await CheckAsync(Bearer(renewed))).ShouldBe(hostOf[token]);
        return renewed;
    }

    /// <summary>Answers which host the load balancer asked; all of them when there was more than one.</summary>
    private async Task<string> CheckAsync(AuthenticationHeaderValue? authorization, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "session");
        request.Headers.Authorization = authorization;
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        using var response = await _http.SendAsync(request);
        ((int)response.StatusCode).ShouldBe(200, string.Join('\n', _hosts.Select(host => host.Log)));
        return response.Headers.GetValues(LoadBalancer.HostHeader).Single();
    }

    private async Task<Counts> CountAsync()
    {
        var counts = await Task.WhenAll(
            _hosts.Select(host => _http.GetFromJsonAsync<Counts>(new Uri(host.Address, "/bench/session-checks")))
        );
        return new Counts(counts.Sum(count => count!.Local), counts.Sum(count => count!.Grain));
    }

    private sealed record Counts(long Local, long Grain);
}
