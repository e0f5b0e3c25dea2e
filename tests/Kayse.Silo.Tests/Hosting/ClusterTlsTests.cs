using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Kayse.Silo.Tests.AzureStorage;
using Kayse.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Kayse.Silo.Tests.Hosting;

/// <summary>Whoever shows no certificate of the cluster's authority is heard neither by a silo nor by its gateway.</summary>
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

        (await client.Services.GetRequiredService<IClusterClient>().GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true, default)).Count.ShouldBe(2);

        await client.StopAsync();
        await second.StopAsync();
    }

    [Fact]
    public async Task A_silo_in_clear_does_not_join()
    {
        await ShouldNotJoinAsync();
    }

    [Fact]
    public async Task A_silo_of_another_authority_does_not_join()
        => await ShouldNotJoinAsync(("Cluster:Tls:Certificate", _stranger.IssuePem("silo")), ("Cluster:Tls:Authority", _stranger.AuthorityFile));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_with_a_certificate_is_open(bool toGateway)
    {
        using var certificate = _cluster.Issue("someone");

        (await IsHeardAsync(toGateway, certificate)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_without_a_certificate_is_closed(bool toGateway) => (await IsHeardAsync(toGateway, null)).ShouldBeFalse();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_with_a_certificate_of_another_authority_is_closed(bool toGateway)
    {
        using var certificate = _stranger.Issue("someone");

        (await IsHeardAsync(toGateway, certificate)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_certificate_that_has_expired_is_refused(bool toGateway)
    {
        using var certificate = _cluster.Issue("someone", DateTimeOffset.UtcNow.AddHours(-1));

        (await IsHeardAsync(toGateway, certificate)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_is_named()
    {
        Failure(Tls("/nowhere/silo.pem")).ShouldStartWith("Kayse:Cluster:Tls:Certificate: /nowhere/silo.pem");
        Failure(Tls(_cluster.IssuePem("silo")) with { }).ShouldBeNull();
        await Task.CompletedTask;
    }

    private (string, string?)[] Tls(string certificate, string password = "") =>
        [("Cluster:Tls:Certificate", certificate), ("Cluster:Tls:Password", password), ("Cluster:Tls:Authority", _cluster.AuthorityFile)];
}
