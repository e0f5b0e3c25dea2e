namespace Kayse.Silo.Tests.Hosting;

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
    public void All_that_it_must_know_is_the_database()
    {
        ClusterHost.FailuresOf(("Provider", "PostgreSql")).ShouldHaveSingleItem().ShouldStartWith("Kayse:Cluster:ConnectionString ");
        ClusterHost.FailuresOf(_complete).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("db.example")]
    [InlineData("Host=db;Port=many;Password=hunter2")]
    [InlineData("Host=db;Colour=red;Password=hunter2")]
    [InlineData("Database=kayse;Password=hunter2")]
    public void What_is_no_connection_string_is_refused_without_repeating_it(string connectionString)
    {
        var failure = ClusterHost.FailuresOf(("Provider", "PostgreSql"), ("ConnectionString", connectionString)).ShouldHaveSingleItem();

        failure.ShouldStartWith("Kayse:Cluster:ConnectionString ");
        failure.ShouldNotContain("hunter2");
    }

    [Fact]
    public void Folders_that_would_not_be_used_are_refused() =>
        ClusterHost
            .FailuresOf([.. _complete, ("Kayse:KeysDirectory", "keys")])
            .ShouldHaveSingleItem()
            .ShouldStartWith("Kayse:KeysDirectory ");

    [Theory]
    [InlineData("ClusterId", "")]
    [InlineData("ServiceId", " ")]
    [InlineData("SiloPort", "0")]
    public void A_setting_that_cannot_work_is_named(string setting, string value) =>
        ClusterHost
            .FailuresOf([.. _complete, (setting, value)])
            .ShouldContain(failure => failure.StartsWith($"Kayse:Cluster:{setting} ", StringComparison.Ordinal));
}
