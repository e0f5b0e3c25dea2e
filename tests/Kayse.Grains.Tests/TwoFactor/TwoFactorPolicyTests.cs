using Kayse.Grains.ApiKeys;
using Kayse.Grains.Companies;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.TwoFactor;

/// <summary>
/// A company that requires a second factor restricts the sessions of who has none, from the end of the grace period on.
/// </summary>
public sealed class TwoFactorPolicyTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Firm _firm = null!;
    private string _member = "";

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync(
            ("Kayse:Sessions:IdleTimeout", "10.00:00:00"),
            ("Kayse:Sessions:AbsoluteLifetime", "20.00:00:00")
        );
        _firm = await Firm.FoundAsync(_silo);
        _member = (await _firm.JoinAsync("ben@else.example")).UserId;
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task It_comes_by_itself_in_a_live_session_at_the_instant_at_which_the_time_is_over()
    {
        var token = (await _firm.SignInAsync(_member)).Session.Token;
        await RequireAsync(days: 2);
        (await _firm.User(_member).TwoFactor.GetTwoFactorAsync()).RequiredFrom.ShouldBe(_silo.Clock.GetUtcNow().AddDays(2));

        _silo.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromMilliseconds(1));
        (await RestrictionAsync(token)).ShouldBe(SessionRestriction.None);
        _silo.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await RestrictionAsync(token)).ShouldBe(SessionRestriction.TwoFactorSetup);
    }

    [Fact]
    public async Task It_comes_also_when_the_silo_was_started_again_meanwhile()
    {
        var token = (await _firm.SignInAsync(_member)).Session.Token;
        await RequireAsync(days: 2);
        await _silo.RestartAsync(TimeSpan.FromDays(2));

        (await RestrictionAsync(token)).ShouldBe(SessionRestriction.TwoFactorSetup);
    }

    [Fact]
    public async Task A_sign_in_afterwards_says_it()
    {
        await RequireAsync(days: 0);
        (await _firm.SignInAsync(_member)).Restriction.ShouldBe(SessionRestriction.TwoFactorSetup);
    }

    [Fact]
    public async Task Turning_it_on_ends_it()
    {
        await RequireAsync(days: 0);
        var session = (await _firm.SignInAsync(_member)).Session;
        var app = await Authenticator.EnrolAsync(_silo, _member, session.Id);

        (await RestrictionAsync(app.Session!.Session.Token)).ShouldBe(SessionRestriction.None);
        var signedIn = await app.SignInAsync(await Authenticator.TicketAsync(_firm.User(_member)));
        signedIn.Restriction.ShouldBe(SessionRestriction.None);
        (await RestrictionAsync(signedIn.Session.Token)).ShouldBe(SessionRestriction.None);
    }

    [Fact]
    public async Task It_goes_when_the_company_requires_it_no_more()
    {
        await RequireAsync(days: 0);
        var token = (await _firm.SignInAsync(_member)).Session.Token;
        await RequireAsync(days: 0, required: false);

        (await RestrictionAsync(token)).ShouldBe(SessionRestriction.None);
    }

    [Fact]
    public async Task It_concerns_the_sessions_of_that_company_alone()
    {
        var other = await _firm.AlsoFoundAsync("Another Firm");
        await RequireAsync(days: 0);
        var founder = _firm.Founder.UserId;

        (await RestrictionAsync((await _firm.SignInAsync(founder)).Session.Token)).ShouldBe(SessionRestriction.TwoFactorSetup);
        var elsewhere = (await other.SignInAsync(founder)).Session;
        (await RestrictionAsync(elsewhere.Token)).ShouldBe(SessionRestriction.None);
        var switched = await _firm.User(founder).Sessions.SwitchCompanyAsync(elsewhere.Id, _firm.CompanyId);
        (await RestrictionAsync(switched.Session.Token)).ShouldBe(SessionRestriction.TwoFactorSetup);
    }

    [Fact]
    public async Task A_password_that_somebody_else_chose_comes_first()
    {
        await RequireAsync(days: 0);
        await _firm.User(_member).Credentials.SetPasswordAsync(new SetPassword(_firm.CompanyId, "Firm", "set"));
        var signedIn = (await _firm.User(_member).SignIns.SignInAsync(new SignIn(2, null, ClientDevice.Unknown, false))).SignedIn!;
        signedIn.Restriction.ShouldBe(SessionRestriction.PasswordChange);

        var renewed = await _firm.User(_member).Credentials.ChangePasswordAsync(new ChangePassword(2, "chosen", signedIn.Session.Id));
        (await RestrictionAsync(renewed!.Session.Token)).ShouldBe(SessionRestriction.TwoFactorSetup);
    }

    [Fact]
    public async Task An_api_key_has_nothing_to_set_up()
    {
        var id = EntityId.New(_silo.Clock);
        var issued = await _firm
            .User(_member)
            .ApiKeys.CreateApiKeyAsync(
                new(_member, "session", null),
                _firm.CompanyId,
                new CreateApiKey(id, "Reports", ApiKeyPermissions.Read, ExpiresAt: null)
            );
        await RequireAsync(days: 0);

        ApiKeyToken.TryParse(issued.Key, out var key).ShouldBeTrue();
        var principal = (await _silo.Grains.GetGrain<IApiKeyGrain>(id).CheckAsync(key.Hash)).Principal!;
        (principal.Restriction, principal.TwoFactorRequiredFrom).ShouldBe((SessionRestriction.None, null));
    }

    [Fact]
    public async Task It_can_always_be_turned_off_and_the_session_is_restricted_where_it_is_required()
    {
        var user = _firm.User(_member);
        await RequireAsync(days: 2);
        var app = await Authenticator.EnrolAsync(_silo, _member, (await _firm.SignInAsync(_member)).Session.Id);
        var off = await user.TwoFactor.DisableTwoFactorAsync(new DisableTwoFactor(1, app.NextCode(), app.Session!.Session.Id));
        app = await Authenticator.EnrolAsync(_silo, _member, off!.Session.Id);

        _silo.Clock.Advance(TimeSpan.FromDays(2));
        off = await user.TwoFactor.DisableTwoFactorAsync(new DisableTwoFactor(1, app.NextCode(), app.Session!.Session.Id));
        (await user.TwoFactor.GetTwoFactorAsync()).Enabled.ShouldBeFalse();
        (await RestrictionAsync(off!.Session.Token)).ShouldBe(SessionRestriction.TwoFactorSetup);
        await RequireAsync(days: 2, required: false);
        (await RestrictionAsync(off.Session.Token)).ShouldBe(SessionRestriction.None);
    }

    [Fact]
    public async Task Turned_off_in_time_it_is_asked_for_when_that_is_over()
    {
        await RequireAsync(days: 2);
        var app = await Authenticator.EnrolAsync(_silo, _member, (await _firm.SignInAsync(_member)).Session.Id);
        var off = await _firm
            .User(_member)
            .TwoFactor.DisableTwoFactorAsync(new DisableTwoFactor(1, app.NextCode(), app.Session!.Session.Id));

        _silo.Clock.Advance(TimeSpan.FromDays(2));
        (await RestrictionAsync(off!.Session.Token)).ShouldBe(SessionRestriction.TwoFactorSetup);
    }

    private async Task RequireAsync(int days, bool required = true)
    {
        var policy = new SetSecurityPolicy(
            required,
            days,
            null,
            null,
            RememberMeAllowed: true,
            TrustedDevicesAllowed: true,
            [],
            null,
            ExpectedVersion: null
        );
        await _firm.Company.SetSecurityPolicyAsync(_firm.Founder, policy);
    }

    private async Task<SessionRestriction> RestrictionAsync(string token) => (await _firm.CheckAsync(token)).Principal!.Restriction;
}
