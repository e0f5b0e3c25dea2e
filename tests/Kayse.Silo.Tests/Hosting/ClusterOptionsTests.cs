namespace Kayse.Silo.Tests.Hosting;

/// <summary>Settings that no provider can work with.</summary>
public sealed class ClusterOptionsTests
{
    [Theory]
    [InlineData("Provider", "7")]
    [InlineData("Role", "Client")]
    [InlineData("SiloPort", "70000")]
    [InlineData("GatewayPort", "-1")]
    [InlineData("AdvertisedAddress", "here")]
    [InlineData("ResponseTimeout", "00:00:00")]
    [InlineData("CollectionAge", "00:01:00")]
    [InlineData("SilenceLimit", "00:00:01")]
    public void A_setting_that_cannot_work_is_named(string setting, string value) =>
        ClusterHost.FailuresOf((setting, value)).ShouldHaveSingleItem().ShouldStartWith($"Kayse:Cluster:{setting} ");

    [Fact]
    public void Without_settings_it_is_one_silo_on_its_own() => ClusterHost.FailuresOf().ShouldBeEmpty();
}
