using System.Globalization;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Mail;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Mail;

/// <summary>How many mails one address gets because somebody wants it to (IN-12).</summary>
public sealed class MailAllowanceTests
{
    private const string Address = "ben@else.example";
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task An_address_gets_five_within_any_hour()
    {
        await using var silo = await TestSilo.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            (await TakeAsync(silo, $"mail-{i}")).ShouldBeNull();
            silo.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        (await TakeAsync(silo, "sixth")).ShouldBe(TimeSpan.FromMinutes(10));
        silo.Clock.Advance(TimeSpan.FromMinutes(10));
        (await TakeAsync(silo, "sixth")).ShouldBeNull();
        (await TakeAsync(silo, "seventh")).ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task A_restart_forgets_none()
    {
        await using var silo = await TestSilo.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => TakeAsync(silo, $"mail-{i}")));

        await silo.RestartAsync(downFor: TimeSpan.FromMinutes(59));

        (await TakeAsync(silo, "sixth")).ShouldBe(TimeSpan.FromMinutes(1));
        await silo.RestartAsync(downFor: TimeSpan.FromMinutes(1));
        (await TakeAsync(silo, "sixth")).ShouldBeNull();
    }

    [Fact]
    public async Task The_same_mail_counts_once()
    {
        await using var silo = await TestSilo.StartAsync();
        for (var i = 0; i < 10; i++)
            (await TakeAsync(silo, "mail")).ShouldBeNull();
        for (var i = 0; i < 4; i++)
            (await TakeAsync(silo, $"other-{i}")).ShouldBeNull();

        (await TakeAsync(silo, "sixth")).ShouldBe(_hour);
        (await TakeAsync(silo, "mail")).ShouldBeNull();
    }

    [Fact]
    public async Task Of_fifty_at_once_five_go()
    {
        await using var silo = await TestSilo.StartAsync();
        var waits = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => TakeAsync(silo, $"mail-{i}")));
        waits.Count(wait => wait is null).ShouldBe(5);
    }

    [Fact]
    public async Task Many_addresses_that_are_forgotten_again_are_counted_anew()
    {
        await using var silo = await TestSilo.StartAsync();
        foreach (var round in new[] { "first", "second" })
        {
            for (var i = 0; i < 200; i++)
                (await TakeAsync(silo, $"{round}-{i}", string.Create(CultureInfo.InvariantCulture, $"p{i}@else.example"))).ShouldBeNull();
            silo.Clock.Advance(_hour);
        }
    }

    [Fact]
    public async Task Invitations_of_all_companies_count_together_and_of_a_refused_one_nothing_is_left()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Mail:PerRecipient:Limit", "2"));
        var (one, other) = (await Firm.FoundAsync(silo, "a@one.example"), await Firm.FoundAsync(silo, "a@other.example"));
        var (first, token) = await one.InviteByMailAsync(Address);
        await one.Invitations.ResendInvitationAsync(one.Founder, first.Id);
        var latest = TestMailbox.TokenIn(await silo.Mailbox.NextAsync());

        var refused = await Should.ThrowAsync<RefusedException>(() => other.InviteAsync(Address, phone: "+12025550123"));

        refused.Code.ShouldBe("rate_limited");
        refused.Refusal.RetryAfter.ShouldBe(_hour);
        (await other.Invitations.ListInvitationsAsync(other.Founder, null, null, Firm.AllOfIt)).Total.ShouldBe(0);
        (await other.InviteAsync("cy@else.example", phone: "+12025550123")).Status.ShouldBe(
            InvitationStatus.Pending,
            "the number is free"
        );
        (await Refused.CodeAsync(() => one.Invitations.ResendInvitationAsync(one.Founder, first.Id))).ShouldBe("rate_limited");
        (await Refused.CodeAsync(() => one.LookUpAsync(token))).ShouldBe("not_found");
        (await one.LookUpAsync(latest)).Email.ShouldBe(Address, "a link dies only when there is another");
    }

    [Fact]
    public async Task A_change_to_an_address_that_has_got_enough_leaves_everything_as_it_was()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Mail:PerRecipient:Limit", "1"));
        var firm = await Firm.FoundAsync(silo);
        var (invitation, token) = await firm.InviteByMailAsync("cy@else.example");
        await firm.InviteByMailAsync(Address);
        await firm.Invitations.RevokeInvitationAsync(
            firm.Founder,
            (await firm.Invitations.ListInvitationsAsync(firm.Founder, null, null, Firm.AllOfIt))
                .Items.Single(item => item.Details.Email == Address)
                .Id
        );

        var change = new UpdateInvitation(Email: Address, PhoneNumber: new("+12025550123"));
        (await Refused.CodeAsync(() => firm.Invitations.UpdateInvitationAsync(firm.Founder, invitation.Id, change))).ShouldBe(
            "rate_limited"
        );

        (await firm.LookUpAsync(token)).Email.ShouldBe("cy@else.example");
        (await firm.InviteAsync("di@else.example", phone: "+12025550123")).Status.ShouldBe(InvitationStatus.Pending);
    }

    [Fact]
    public async Task A_limit_of_zero_is_none()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Mail:PerRecipient:Limit", "0"));
        for (var i = 0; i < 20; i++)
            (await TakeAsync(silo, $"mail-{i}")).ShouldBeNull();
    }

    private static Task<TimeSpan?> TakeAsync(TestSilo silo, string mailId, string address = Address) =>
        silo.Grains.GetGrain<IMailAllowanceGrain>(MailAllowanceShards.For(address)).TakeAsync(address, mailId);
}
