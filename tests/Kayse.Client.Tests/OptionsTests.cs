using Kayse.Client.Tests.Support;
using Microsoft.Extensions.Options;

namespace Kayse.Client.Tests;

/// <summary>Options that can't work stop the start.</summary>
public sealed class OptionsTests
{
    [Theory]
    [InlineData(null, "Address is missing")]
    [InlineData("ftp://kayse.example", "must begin with https://")]
    [InlineData("http://kayse.example", "anybody on the way could read tokens")]
    [InlineData("https://user@kayse.example", "without user name")]
    [InlineData("https://kayse.example?x=1", "without user name")]
    public async Task An_address_that_cannot_work(string? address, string fault)
    {
        var uri = address is null ? null : new Uri(address);

        Should
            .Throw<OptionsValidationException>(() => Clients.Of(new StubKayse(), options => options.Address = uri))
            .Message.ShouldContain(fault);
        (
            await Should.ThrowAsync<ArgumentException>(() => ProtectedApp.StartAsync(new StubKayse(), options => options.Address = uri))
        ).Message.ShouldContain(fault);
    }

    [Theory]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://kayse.internal", false)]
    public async Task Plain_HTTP_on_this_machine_or_where_it_is_allowed(string address, bool requireHttps)
    {
        await using var app = await ProtectedApp.StartAsync(
            new StubKayse(),
            options => (options.Address, options.RequireHttps) = (new Uri(address), requireHttps)
        );
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(61, 10)]
    [InlineData(1, 0)]
    public async Task Staleness_has_limits(int seconds, int answers) =>
        await Should.ThrowAsync<ArgumentException>(() =>
            ProtectedApp.StartAsync(
                new StubKayse(),
                options => (options.MaximumStaleness, options.MaximumKeptAnswers) = (TimeSpan.FromSeconds(seconds), answers)
            )
        );

    [Fact]
    public void Timeouts_fit_together() =>
        Should
            .Throw<OptionsValidationException>(() =>
                Clients.Of(new StubKayse(), options => options.TotalTimeout = options.AttemptTimeout - TimeSpan.FromSeconds(1))
            )
            .Message.ShouldContain("AttemptTimeout");

    [Fact]
    public void A_token_that_is_none_is_refused() =>
        Should
            .Throw<OptionsValidationException>(() => Clients.Of(new StubKayse(), options => options.Token = "two words"))
            .Message.ShouldNotContain("two words");
}
