using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Kayse.Silo.Hosting;
using Kayse.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Tests.Dashboard;

/// <summary>The dashboard is there for operators on the machine, and only when they ask for it.</summary>
public sealed class OperatorDashboardTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kayse-dashboard-").FullName;
    private readonly int _port = FreePort.Next();
    private IHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = Build(_port.ToString(CultureInfo.InvariantCulture));
        await _host.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task It_shows_what_the_silo_does()
    {
        (await GetAsync("/")).Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await (await GetAsync("/ClusterStats")).Content.ReadAsStringAsync()).ShouldStartWith("{");
        (await (await GetAsync("/DashboardCounters")).Content.ReadAsStringAsync()).ShouldContain("hosts");
    }

    [Fact]
    public void It_listens_on_the_loopback_address_alone() =>
        IPGlobalProperties
            .GetIPGlobalProperties()
            .GetActiveTcpListeners()
            .Where(listener => listener.Port == _port)
            .ShouldHaveSingleItem()
            .Address.ShouldBe(IPAddress.Loopback);

    [Theory]
    [InlineData("/GrainState?grainId=1&grainType=user")]
    [InlineData("/grainstate")]
    public async Task It_shows_no_states(string path) => (await SendAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task It_shows_no_log() => (await SendAsync("/Trace")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

    [Fact]
    public async Task A_page_under_another_name_learns_nothing() =>
        (await SendAsync("/ClusterStats", "evil.example")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task It_stops_with_the_silo()
    {
        await _host.StopAsync();

        (await Should.ThrowAsync<HttpRequestException>(() => SendAsync("/"))).InnerException.ShouldBeOfType<SocketException>();
    }

    [Fact]
    public void It_is_not_there_by_default()
    {
        using var host = Build(null, "default");

        host.Services.GetServices<IHostedService>().ShouldAllBe(service => !service.GetType().FullName!.Contains("Dashboard"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    public void A_port_that_cannot_be_is_refused(string port)
    {
        using var host = Build(port);

        Should
            .Throw<OptionsValidationException>(() => host.Services.GetRequiredService<IStartupValidator>().Validate())
            .Failures.ShouldHaveSingleItem()
            .ShouldStartWith("Kayse:Dashboard:Port ");
    }

    private async Task<HttpResponseMessage> GetAsync(string path) => (await SendAsync(path)).EnsureSuccessStatusCode();

    private async Task<HttpResponseMessage> SendAsync(string path, string? host = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{_port}{path}");
        request.Headers.Host = host;
        return await http.SendAsync(request);
    }

    private IHost Build(string? port, string folder = "asked")
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([
            new("Kayse:DataDirectory", Path.Combine(_folder, folder)),
            new("Kayse:Dashboard:Port", port),
        ]);
        builder.AddKayseSilo();
        return builder.Build();
    }
}
