namespace Kayse.Silo.Tests.Options;

/// <summary>What a process of a cluster must be told.</summary>
public sealed class ClusterProviderTests
{
    private static readonly (string, string)[] _complete =
    [
        ("Provider", "PostgreSql"),
        ("ConnectionString", "Host=db"),
        ("AdvertisedAddress", "10.0.0.5"),
    ];

    [Fact]
    public void It_must_know_the_database_and_the_folder_of_the_keys()
        => ClusterHost.FailuresOf(("Provider", "PostgreSql")).Select(failure => failure.Split(' ')[0]).ShouldBe(["Kayse:Cluster:ConnectionString", "Kayse:KeysDirectory", "Kayse:BlobsDirectory"]);

    [Theory]
    [InlineData("ClusterId", "")]
    [InlineData("ServiceId", " ")]
    [InlineData("SiloPort", "0")]
    public void A_setting_that_cannot_work_is_named(string setting, string value)
        => ClusterHost.FailuresOf([.. _complete, (setting, value)]).ShouldContain(failure => failure.StartsWith($"Kayse:Cluster:{setting} ", StringComparison.Ordinal));
}
