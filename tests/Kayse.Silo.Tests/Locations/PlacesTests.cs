using System.Net;
using Kayse.Grains.Sessions;
using Kayse.Silo.Locations;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Silo.Tests.Locations;

public sealed class PlacesTests
{
    private readonly IPlaces _places = new ServiceCollection().AddLocations().BuildServiceProvider().GetRequiredService<IPlaces>();

    [Theory]
    [InlineData("8.8.8.8", "United States")]
    [InlineData("217.0.0.1", "Germany")]
    [InlineData("200.160.2.3", "Brazil")]
    [InlineData("3.2.35.0", "Germany")]
    [InlineData("3.2.35.40", "Türkiye")]
    [InlineData("2003:6::1", "Germany")]
    [InlineData("2001:4860:4860::8888", "United States")]
    [InlineData("::ffff:217.0.0.1", "Germany")]
    public void Public_address_is_in_a_country(string address, string country) => PlaceOf(address).ShouldBe(country);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.255.255.255")]
    [InlineData("172.31.0.1")]
    [InlineData("192.168.178.20")]
    [InlineData("169.254.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("::1")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("::ffff:10.0.0.1")]
    public void Private_address_is_in_the_local_network(string address) => PlaceOf(address).ShouldBe("Local network");

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("ff02::1")]
    [InlineData("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    public void Address_in_no_country_is_unknown(string address) => PlaceOf(address).ShouldBe("Unknown");

    [Fact]
    public void No_address_is_unknown() => _places.Of(null).ShouldBe("Unknown");

    [Fact]
    public void Equal_places_are_one_text() => PlaceOf("217.0.0.1").ShouldBeSameAs(PlaceOf("2003:6::1"));

    private string PlaceOf(string address) => _places.Of(IPAddress.Parse(address));
}
