using Azure.Storage.Blobs;
using Kayse.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Tests.AzureStorage;

/// <summary>What a start does to the storage account, and says when it can't be used.</summary>
public sealed class AzureStartTests
{
    private const string Key = "bm90IHRoZSBrZXkgb2YgdGhpcyBhY2NvdW50IGF0IGFsbA==";

    private readonly AzureInstallation _installation = new();

    [Fact]
    public async Task A_start_creates_the_containers()
    {
        using var host = await _installation.OpenAsync();

        var id = _installation.Settings["Kayse:Cluster:ServiceId"];
        var containers = await new BlobServiceClient(Azurite.ConnectionString)
            .GetBlobContainersAsync(prefix: id)
            .Select(container => container.Name)
            .ToListAsync();
        containers.ShouldBe([$"{id}-files", $"{id}-keys", $"{id}-states"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_wrong_key_stops_the_start_and_is_not_repeated()
    {
        var failure = await FailureAsync(("Cluster:ConnectionString", WithKey(Azurite.ConnectionString)));

        failure.ShouldStartWith("Kayse:Cluster:ConnectionString: ");
        failure.ShouldContain("403");
        failure.ShouldNotContain(Key);
        failure.ShouldNotContain("\n");
    }

    [Fact]
    public async Task An_account_that_does_not_answer_stops_the_start()
    {
        var failure = await FailureAsync(
            (
                "Cluster:ConnectionString",
                $"AccountName=firm;AccountKey={Key};BlobEndpoint=http://127.0.0.1:{FreePort.Next()}/firm;"
                    + $"TableEndpoint=http://127.0.0.1:{FreePort.Next()}/firm"
            )
        );

        failure.ShouldStartWith("Kayse:Cluster:ConnectionString: ");
        failure.ShouldContain("refused");
        failure.ShouldNotContain(Key);
        failure.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("ConnectionString", "UseTheForce")]
    [InlineData("ServiceId", "Kayse_1")]
    [InlineData("ServiceId", "a--b")]
    [InlineData("BlobServiceUri", "http://firm.blob.core.windows.net")]
    [InlineData("TableServiceUri", "firm")]
    public async Task A_setting_that_cannot_work_is_named(string setting, string value) =>
        (await FailureAsync(($"Cluster:{setting}", value))).ShouldStartWith($"Kayse:Cluster:{setting} ");

    private static string WithKey(string connectionString) =>
        string.Join(
            ';',
            connectionString
                .Split(';')
                .Select(part => part.StartsWith("AccountKey=", StringComparison.Ordinal) ? $"AccountKey={Key}" : part)
        );

    // As the programs do.
    private static Task StartAsync(IHost host)
    {
        host.Services.GetRequiredService<IStartupValidator>().Validate();
        return host.StartAsync();
    }

    private async Task<string> FailureAsync(params (string Setting, string? Value)[] settings)
    {
        using var host = _installation.Build(settings);
        return (await Should.ThrowAsync<OptionsValidationException>(() => StartAsync(host))).Failures.ShouldHaveSingleItem();
    }
}
