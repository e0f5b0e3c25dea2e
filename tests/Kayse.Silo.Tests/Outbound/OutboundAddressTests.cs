using System.Net;
using Kayse.Silo.Outbound;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Tests.Outbound;

/// <summary>Where requests may lead: what a user gives as an address must not reach the network of the firm.</summary>
public sealed class OutboundAddressTests
{
    private static readonly IPAddress _public = IPAddress.Parse("93.184.215.14");
    private static readonly IPAddress _alsoPublic = IPAddress.Parse("2606:2800:21f:cb07:6820:80da:af6b:8b2c");

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.0.1")]
    [InlineData("2130706433")] // In decimal.
    [InlineData("0177.0.0.1")] // In octal.
    [InlineData("0x7f.1")]
    [InlineData("0x7f000001")]
    [InlineData("127.1")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")] // Metadata.
    [InlineData("169.254.169.254")] // Metadata.
    [InlineData("168.63.129.16")] // Metadata.
    [InlineData("192.0.0.192")] // Metadata.
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("[::]")]
    [InlineData("[::1]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[::ffff:127.0.0.1]")] // Mapped.
    [InlineData("[::ffff:10.0.0.1]")]
    [InlineData("[::ffff:a9fe:a9fe]")]
    [InlineData("[::ffff:93.184.215.14]")] // Mapped, though public.
    [InlineData("[64:ff9b::7f00:1]")] // NAT64.
    [InlineData("[64:ff9b:1::a00:1]")] // NAT64 of a firm.
    [InlineData("[2002:7f00:1::1]")] // 6to4.
    [InlineData("[2001::7f00:1]")] // Teredo.
    [InlineData("[2001:db8::1]")]
    [InlineData("[3fff::1]")]
    [InlineData("[fc00::1]")]
    [InlineData("[fd00:ec2::254]")] // Metadata.
    [InlineData("[fe80::1]")]
    [InlineData("[fec0::1]")]
    [InlineData("[ff02::1]")]
    [InlineData("localhost")]
    public async Task An_address_that_is_not_public_is_never_connected_to(string host)
    {
        var network = TestNetwork.OfAddresses();
        (await FailureAsync(network, $"https://{host}/")).ShouldBe(OutboundFailure.AddressNotAllowed);
        network.Connected.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_private_address_among_public_ones_is_enough_to_refuse_a_host()
    {
        var network = new TestNetwork(_ => [_public, IPAddress.Parse("10.0.0.1")]);
        (await FailureAsync(network, "https://mixed.example/")).ShouldBe(OutboundFailure.AddressNotAllowed);
        network.Connected.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_resolves_to_something_else_a_moment_later_changes_nothing()
    {
        var answers = new Queue<IPAddress[]>([
            [_public],
            [IPAddress.Loopback],
        ]);
        var network = new TestNetwork(_ => answers.Dequeue());
        await Should.ThrowAsync<HttpRequestException>(() => GetAsync(network, "https://rebinding.example/"));
        network.Resolved.ShouldBe(1);
        network.Connected.ShouldBe([new IPEndPoint(_public, 443)]);

        (await FailureAsync(network, "https://rebinding.example/")).ShouldBe(OutboundFailure.AddressNotAllowed);
        network.Connected.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Each_address_of_a_host_is_tried()
    {
        var network = new TestNetwork(_ => [_public, _alsoPublic]);
        await Should.ThrowAsync<HttpRequestException>(() => GetAsync(network, "https://two.example:8443/"));
        network.Connected.ShouldBe([new IPEndPoint(_public, 8443), new IPEndPoint(_alsoPublic, 8443)]);
    }

    [Theory]
    [InlineData("http://public.example/")]
    [InlineData("https://public.example:8080/")]
    [InlineData("https://public.example:22/")]
    [InlineData("https://user@public.example/")]
    [InlineData("https://user:password@public.example/")]
    public async Task An_address_of_another_form_is_not_even_resolved(string url)
    {
        var network = new TestNetwork(_ => [_public]);
        (await FailureAsync(network, url)).ShouldBe(OutboundFailure.UrlNotAllowed);
        network.Resolved.ShouldBe(0);
    }

    [Fact]
    public async Task A_host_without_an_address_is_said_to_have_none() =>
        (await FailureAsync(new TestNetwork(_ => []), "https://nobody.example/")).ShouldBe(OutboundFailure.Unresolved);

    [Theory]
    [InlineData("hooks.internal", "http://hooks.internal:8080/", true)]
    [InlineData("hooks.internal:8080", "http://hooks.internal:8080/", true)]
    [InlineData("HOOKS.internal:8080", "http://hooks.INTERNAL:8080/", true)]
    [InlineData("hooks.internal:8080", "http://hooks.internal:8081/", false)]
    [InlineData("hooks.internal:8080", "http://other.internal:8080/", false)]
    [InlineData("hooks.internal:8080", "http://hooks.internal.evil.example:8080/", false)]
    [InlineData("[::1]:8080", "http://[::1]:8080/", true)]
    public async Task A_host_that_the_operator_allows_may_be_private_and_without_tls(string allowed, string url, bool isServed)
    {
        using var server = HostileServer.Start("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        var network = new TestNetwork(_ => [IPAddress.Loopback], server.Port);
        if (isServed)
            (await GetAsync(network, url, allowed)).ShouldBe(HttpStatusCode.NoContent);
        else
            (await FailureAsync(network, url, allowed)).ShouldBe(OutboundFailure.UrlNotAllowed);
    }

    [Theory]
    [InlineData("hooks.internal", true)]
    [InlineData("10.0.0.7:8443", true)]
    [InlineData("[fd00::1]", true)]
    [InlineData("", false)]
    [InlineData("http://hooks.internal", false)]
    [InlineData("hooks.internal:99999", false)]
    [InlineData("hooks.internal/path", false)]
    [InlineData("*.internal", false)]
    public void Settings_name_hosts(string entry, bool isValid)
    {
        var options = new OutboundOptions();
        options.AllowedPrivateHosts.Add(entry);
        new OutboundOptionsValidator().Validate(null, options).Succeeded.ShouldBe(isValid);
    }

    private static async Task<OutboundFailure> FailureAsync(TestNetwork network, string url, string? allowed = null) =>
        (await Should.ThrowAsync<OutboundException>(() => GetAsync(network, url, allowed))).Failure;

    private static async Task<HttpStatusCode> GetAsync(TestNetwork network, string url, string? allowed = null)
    {
        var options = new OutboundOptions();
        if (allowed is not null)
            options.AllowedPrivateHosts.Add(allowed);
        using var guard = new OutboundGuard(new OutboundRules(Options.Create(options)), network, TimeProvider.System);
        using var client = guard.NewClient();
        using var response = await client.GetAsync(new Uri(url));
        return response.StatusCode;
    }
}
