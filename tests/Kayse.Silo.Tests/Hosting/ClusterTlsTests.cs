using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Kayse.Silo.Tests.AzureStorage;
using Kayse.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Kayse.Silo.Tests.Hosting;

/// <summary>
/// Whoever shows no certificate of the cluster's authority is heard neither by a silo nor by its gateway.
/// </summary>
public sealed class ClusterTlsTests : IAsyncLifetime
{
    private readonly TestCertificates _cluster = new();
    private readonly TestCertificates _stranger = new();
    private readonly AzureInstallation _installation = new();
    private IHost _silo = null!;

    public async Task InitializeAsync()
    {
        _silo = _installation.Build(Tls(_cluster.IssuePfx("first", "password"), "password"));
        await _silo.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _silo.StopAsync();
        _silo.Dispose();
        _cluster.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public async Task Silos_and_clients_with_certificates_of_one_authority_work_together()
    {
        using var second = _installation.Build(Tls(_cluster.IssuePem("second")));
        await second.StartAsync();
        using var client = _installation.Build([.. Tls(_cluster.IssuePem("client")), ("Cluster:Role", "Client")]);
        await client.StartAsync();

        (
            await client.Services.GetRequiredService<IClusterClient>().GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true, default)
        ).Count.ShouldBe(2);

        await client.StopAsync();
        await second.StopAsync();
    }

    [Fact]
    public Task A_silo_in_clear_does_not_join() => ShouldNotJoinAsync();

    [Fact]
    public Task A_silo_of_another_authority_does_not_join() =>
        ShouldNotJoinAsync(("Cluster:Tls:Certificate", _stranger.IssuePem("silo")), ("Cluster:Tls:Authority", _stranger.AuthorityFile));

    [Fact]
    public async Task A_connection_with_a_certificate_is_answered()
    {
        using var certificate = _cluster.Issue("someone");

        (await IsAnsweredAsync("SiloPort", certificate)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("SiloPort")]
    [InlineData("GatewayPort")]
    public async Task A_connection_without_a_certificate_is_closed(string port) => (await IsAnsweredAsync(port, null)).ShouldBeFalse();

    [Theory]
    [InlineData("SiloPort")]
    [InlineData("GatewayPort")]
    public async Task A_connection_with_a_certificate_of_another_authority_is_closed(string port)
    {
        using var certificate = _stranger.Issue("someone");

        (await IsAnsweredAsync(port, certificate)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_certificate_that_has_expired_is_refused()
    {
        using var certificate = _cluster.Issue("someone", DateTimeOffset.UtcNow.AddHours(-1));

        (await IsAnsweredAsync("SiloPort", certificate)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_certificate_for_something_else_is_refused()
    {
        using var certificate = _cluster.Issue("someone", purposes: ["1.3.6.1.5.5.7.3.2"]);

        (await IsAnsweredAsync("SiloPort", certificate)).ShouldBeFalse();
    }

    [Fact]
    public void What_cannot_be_used_is_named()
    {
        var silo = _cluster.IssuePem("silo");
        FailureOf(("Certificate", "/nowhere/silo.pem"), ("Authority", _cluster.AuthorityFile))
            .ShouldStartWith("Kayse:Cluster:Tls:Certificate: /nowhere/silo.pem ");
        FailureOf(("Certificate", _cluster.AuthorityFile), ("Authority", _cluster.AuthorityFile))
            .ShouldStartWith("Kayse:Cluster:Tls:Certificate: ");
        FailureOf(("Certificate", silo), ("Authority", "/nowhere/authority.pem")).ShouldStartWith("Kayse:Cluster:Tls:Authority: ");
        FailureOf(("Certificate", silo)).ShouldStartWith("Kayse:Cluster:Tls:");
        FailureOf(("Authority", _cluster.AuthorityFile)).ShouldStartWith("Kayse:Cluster:Tls:");
    }

    private (string, string?)[] Tls(string certificate, string password = "") =>
        [("Cluster:Tls:Certificate", certificate), ("Cluster:Tls:Password", password), ("Cluster:Tls:Authority", _cluster.AuthorityFile)];

    private string FailureOf(params (string Setting, string? Value)[] tls) =>
        Should
            .Throw<OptionsValidationException>(() =>
            {
                using var host = _installation.Build([.. tls.Select(setting => ($"Cluster:Tls:{setting.Setting}", setting.Value))]);
                host.Services.GetRequiredService<IStartupValidator>().Validate();
            })
            .Failures.ShouldHaveSingleItem();

    private async Task ShouldNotJoinAsync(params (string Setting, string? Value)[] settings)
    {
        using var intruder = _installation.Build(settings);
        intruder.Services.GetRequiredService<IOptions<ClusterMembershipOptions>>().Value.MaxJoinAttemptTime = TimeSpan.FromSeconds(2);

        await Should.ThrowAsync<OrleansException>(() => intruder.StartAsync());

        (
            await _silo.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true, default)
        ).ShouldHaveSingleItem();
    }

    /// <summary>
    /// Whether a silo says something to who shows it this certificate; else it closes the connection.
    /// </summary>
    private async Task<bool> IsAnsweredAsync(string port, X509Certificate2? certificate)
    {
        var number = int.Parse(
            _silo.Services.GetRequiredService<IConfiguration>()[$"Kayse:Cluster:{port}"]!,
            CultureInfo.InvariantCulture
        );
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, number);
        await using var stream = new SslStream(connection.GetStream(), false, (_, silo, _, _) => silo is not null);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions { TargetHost = "silo", ClientCertificates = certificate is null ? [] : [certificate] },
                patience.Token
            );
            return await stream.ReadAsync(new byte[1], patience.Token) > 0;
        }
        catch (Exception closed) when (closed is IOException or AuthenticationException)
        {
            return false;
        }
    }
}
