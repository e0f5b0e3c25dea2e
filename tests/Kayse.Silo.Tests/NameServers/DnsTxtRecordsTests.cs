using DnsClient;
using Kayse.Silo.NameServers;
using Kayse.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Tests.NameServers;

/// <summary>Records as name servers answer for them: rightly, wrongly, late, or not at all.</summary>
public sealed class DnsTxtRecordsTests : IAsyncDisposable
{
    private const string Name = "_kayse-challenge.jones.example";

    private readonly LocalNameServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task All_records_of_a_name_are_found_over_tcp()
    {
        _server[Name] = NameServerResponse.Of("v=spf1 -all", "kayse-domain-verification=abc");

        (await FindAsync()).ShouldBe(["v=spf1 -all", "kayse-domain-verification=abc"], ignoreOrder: true);

        (_server.QuestionsOverTcp, _server.QuestionsOverUdp).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_long_record_is_put_together_and_many_fit()
    {
        var texts = Enumerable.Range(0, 40).Select(i => new string((char)('a' + (i % 26)), 300) + i).ToArray();
        _server[Name] = NameServerResponse.Of(texts);

        (await FindAsync()).ShouldBe(texts, ignoreOrder: true);
    }

    [Fact]
    public async Task A_name_without_records_has_none_whether_it_exists_or_not()
    {
        (await FindAsync()).ShouldBe([]);
        _server[Name] = NameServerResponse.Of();
        (await FindAsync()).ShouldBe([]);
    }

    [Fact]
    public async Task A_record_that_changes_is_read_anew()
    {
        var records = Records(_server);
        _server[Name] = NameServerResponse.Of("before");
        (await records.FindAsync(Name)).ShouldBe(["before"]);

        _server[Name] = NameServerResponse.Of("after");

        (await records.FindAsync(Name)).ShouldBe(["after"]);
    }

    [Fact]
    public async Task An_alias_has_the_records_of_its_target()
    {
        _server[Name] = new()
        {
            Texts = ["value"],
            Owner = "challenge.host.example",
            IsAlias = true,
        };

        (await FindAsync()).ShouldBe(["value"]);
    }

    [Fact]
    public async Task Names_beyond_ascii_are_compared_in_their_ascii_form()
    {
        const string Beyond = "_kayse-challenge.xn--bcher-kva.example";
        _server[Beyond] = new()
        {
            Texts = ["value"],
            Owner = "xn--hst-sna.example",
            IsAlias = true,
        };

        (await Records(_server).FindAsync(Beyond)).ShouldBe(["value"]);
    }

    [Fact]
    public async Task Records_of_another_name_are_not_those_of_this_one()
    {
        _server[Name] = new() { Texts = ["value"], Owner = "_kayse-challenge.evil.example" };

        (await FindAsync()).ShouldBe([]);
    }

    public static TheoryData<string, NameServerResponse> Unusable =>
        new()
        {
            { "none", NameServerResponse.Silence },
            { "a failure", NameServerResponse.Failure },
            { "garbage", NameServerResponse.Garbage },
            {
                "that of another question",
                new() { Texts = ["value"], HasWrongId = true }
            },
        };

    [Theory, MemberData(nameof(Unusable))]
    public async Task An_answer_that_is_of_no_use_says_nothing(string answer, NameServerResponse given)
    {
        _server[Name] = given;

        (await Impatient(_server).FindAsync(Name)).ShouldBeNull(answer);
    }

    [Fact]
    public async Task An_answer_may_take_its_time_but_not_for_ever()
    {
        _server[Name] = new() { Texts = ["value"], Delay = TimeSpan.FromMilliseconds(400) };

        (await FindAsync()).ShouldBe(["value"]);
        (await Impatient(_server).FindAsync(Name)).ShouldBeNull();
    }

    [Fact]
    public async Task A_server_that_takes_no_tcp_is_asked_over_udp()
    {
        await using var server = new LocalNameServer(takesTcp: false);
        server[Name] = NameServerResponse.Of("value");

        (await Records(server).FindAsync(Name)).ShouldBe(["value"]);

        // What doesn't fit a datagram can't be read then.
        server[Name] = NameServerResponse.Of(new string('x', 900));
        (await Impatient(server).FindAsync(Name)).ShouldBeNull();
    }

    [Fact]
    public async Task Another_server_is_asked_when_one_is_down()
    {
        _server[Name] = NameServerResponse.Of("value");

        (await Records($"127.0.0.1:{FreePort.Next()}", _server.Address).FindAsync(Name)).ShouldBe(["value"]);
        (await Records($"127.0.0.1:{FreePort.Next()}").FindAsync(Name)).ShouldBeNull();
    }

    [Fact]
    public void Without_a_setting_the_name_servers_of_the_system_are_asked() =>
        DnsTxtRecords
            .ClientOf(new DnsOptions(), onlyTcp: true)
            .NameServers.ShouldBe(NameServer.ResolveNameServers(skipIPv6SiteLocal: true, fallbackToGooglePublicDns: false));

    [Theory]
    [InlineData("10.0.0.2", "00:00:03", true)]
    [InlineData("[2001:db8::2]:53", "00:00:00.1", true)]
    [InlineData("dns.example", "00:00:03", false)]
    [InlineData("10.0.0.2", "00:00:11", false)]
    [InlineData("10.0.0.2", "00:00:00", false)]
    public void Settings_are_checked(string server, string timeout, bool areValid) =>
        new DnsOptionsValidator()
            .Validate(null, new DnsOptions { Servers = { server }, Timeout = TimeSpan.Parse(timeout, null) })
            .Succeeded.ShouldBe(areValid);

    private Task<IReadOnlyList<string>?> FindAsync() => Records(_server).FindAsync(Name);

    private static DnsTxtRecords Impatient(LocalNameServer server) => Records(TimeSpan.FromMilliseconds(100), server.Address);

    private static DnsTxtRecords Records(LocalNameServer server) => Records(server.Address);

    private static DnsTxtRecords Records(params string[] servers) => Records(TimeSpan.FromSeconds(5), servers);

    private static DnsTxtRecords Records(TimeSpan timeout, params string[] servers)
    {
        var options = new DnsOptions { Timeout = timeout };
        foreach (var server in servers)
            options.Servers.Add(server);
        return new DnsTxtRecords(Options.Create(options), NullLogger<DnsTxtRecords>.Instance);
    }
}
