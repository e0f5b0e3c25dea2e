using Kayse.Grains.Companies;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Invitations;

/// <summary>What the company's policy says of inviting (CO-5, IN-12).</summary>
public sealed class InvitationPolicyTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Firm _firm = null!;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Only_addresses_of_the_domains_are_invited()
    {
        await SetAsync(["firm.example", "xn--mller-kva.example"]);

        (await _firm.InviteAsync("ben@FIRM.example")).Status.ShouldBe(InvitationStatus.Pending);
        (await _firm.InviteAsync("cy@m\u00fcller.example")).Status.ShouldBe(InvitationStatus.Pending);
        foreach (var email in new[] { "di@else.example", "di@sub.firm.example", "di@notfirm.example" })
            (await Refused.CodeAsync(() => _firm.InviteAsync(email))).ShouldBe("email_domain_not_allowed", email);
    }

    [Fact]
    public async Task Nor_are_they_added_at_once_invited_by_a_list_or_by_a_change()
    {
        await Firm.FoundAsync(_silo, "eve@other.example");
        var invitation = await _firm.InviteAsync("ben@firm.example");
        var outside = await _firm.InviteAsync("cy@else.example");
        await SetAsync(["firm.example"]);

        (
            await Refused.CodeAsync(() =>
                _firm.Invitations.InviteAsync(_firm.Founder, _firm.InvitationOf("eve@other.example", Role.Admin))
            )
        ).ShouldBe("email_domain_not_allowed");
        (await _firm.Invitations.CheckManyAsync(_firm.Founder, [_firm.RowOf("di@else.example")]))
            .Single()!
            .Code.ShouldBe("email_domain_not_allowed");
        var change = new UpdateInvitation(Email: "ben@else.example");
        (await Refused.CodeAsync(() => _firm.Invitations.UpdateInvitationAsync(_firm.Founder, invitation.Id, change))).ShouldBe(
            "email_domain_not_allowed"
        );
        (await Refused.CodeAsync(() => _firm.Invitations.ResendInvitationAsync(_firm.Founder, outside.Id))).ShouldBe(
            "email_domain_not_allowed"
        );
        (await _firm.StatusOfAsync(outside.Id)).ShouldBe(InvitationStatus.Pending, "what was sent before stays");
    }

    [Fact]
    public async Task The_lifetime_counts_for_what_is_sent_from_then_on()
    {
        var before = await _firm.InviteAsync("ben@firm.example");
        await SetAsync([], hours: 72);

        (await _firm.Invitations.GetInvitationAsync(_firm.Founder, before.Id)).ExpiresAt.ShouldBe(before.ExpiresAt);
        (await _firm.Invitations.ResendInvitationAsync(_firm.Founder, before.Id)).ExpiresAt.ShouldBe(
            _silo.Clock.GetUtcNow().AddHours(72)
        );
        (await _firm.InviteAsync("cy@firm.example")).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddHours(72));
    }

    private Task<SecurityPolicyView> SetAsync(IReadOnlyList<string> domains, int? hours = null) =>
        _firm.Company.SetSecurityPolicyAsync(
            _firm.Founder,
            new SetSecurityPolicy(false, 7, null, null, true, true, domains, hours, null)
        );
}
