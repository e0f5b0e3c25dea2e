using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Invitations;

/// <summary>A young company sends few invitations, and more each day (IN-12).</summary>
public sealed class RampUpTests
{
    private static readonly DateTimeOffset _founded = DateTimeOffset.UnixEpoch;
    private static readonly InvitationOptions _options = new()
    {
        RampUp = new InvitationRampUp { FirstDay = 20, Days = 7 },
    };

    [Theory]
    [InlineData(0, 19, null)]
    [InlineData(0, 20, 24.0)]
    [InlineData(23.5, 20, 0.5)]
    [InlineData(24, 39, null)]
    [InlineData(24, 40, 24.0)]
    [InlineData(6 * 24, 20 * 64, 24.0)]
    [InlineData(7 * 24, 1_000_000, null)]
    public void As_many_as_twice_the_day_before(double hours, int sent, double? waitHours) =>
        RampUpRules
            .WaitFor(_options, _founded, sent, _founded.AddHours(hours))
            .ShouldBe(waitHours is { } wait ? TimeSpan.FromHours(wait) : null);

    [Fact]
    public void Any_number_where_companies_are_the_operators_or_the_operator_wants_no_limit()
    {
        RampUpRules.WaitFor(new InvitationOptions { IsSignUpOpen = false }, _founded, 1_000, _founded).ShouldBeNull();
        RampUpRules
            .WaitFor(new InvitationOptions { RampUp = new InvitationRampUp { FirstDay = 0 } }, _founded, 1_000, _founded)
            .ShouldBeNull();
    }

    [Fact]
    public async Task Sending_again_counts_and_so_does_what_was_sent_before_a_restart()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Invitations:RampUp:FirstDay", "3"));
        var firm = await Firm.FoundAsync(silo);
        var first = await firm.InviteAsync("one@else.example");
        await firm.Invitations.ResendInvitationAsync(firm.Founder, first.Id);
        await silo.RestartAsync();
        await firm.InviteAsync("two@else.example");

        var refused = (await Should.ThrowAsync<RefusedException>(() => firm.InviteAsync("three@else.example"))).Refusal;
        (refused.Code, refused.RetryAfter).ShouldBe(("rate_limited", TimeSpan.FromDays(1)));
        (await Refused.CodeAsync(() => firm.Invitations.ResendInvitationAsync(firm.Founder, first.Id))).ShouldBe("rate_limited");
        await firm.Invitations.RevokeInvitationAsync(firm.Founder, first.Id);
        (await Refused.CodeAsync(() => firm.InviteAsync("three@else.example"))).ShouldBe("rate_limited");

        silo.Clock.Advance(TimeSpan.FromDays(1));
        await firm.InviteAsync("three@else.example");
    }

    [Fact]
    public async Task Of_a_file_as_many_rows_go_out_as_may()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Invitations:RampUp:FirstDay", "3"));
        var firm = await Firm.FoundAsync(silo);

        var outcomes = await firm.Invitations.InviteManyAsync(
            firm.Founder,
            [.. Enumerable.Range(0, 5).Select(i => firm.RowOf($"p{i}@else.example"))]
        );

        outcomes.Select(row => row.Refusal?.Code).ShouldBe([null, null, null, "rate_limited", "rate_limited"]);
    }

    [Theory]
    [InlineData("Kayse:Invitations:RampUp:FirstDay", "-1")]
    [InlineData("Kayse:Invitations:RampUp:Days", "0")]
    public async Task Settings_that_make_no_sense_are_said_at_the_start(string key, string value) =>
        (await Should.ThrowAsync<Exception>(() => TestSilo.StartAsync((key, value)))).Message.ShouldContain(key);
}
