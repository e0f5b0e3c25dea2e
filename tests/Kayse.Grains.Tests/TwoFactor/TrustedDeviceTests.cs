using Kayse.Grains.Companies;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.TwoFactor;

/// <summary>Devices on which a sign-in takes no code (US-5).</summary>
public sealed class TrustedDeviceTests : IAsyncLifetime
{
    private static readonly ClientDevice _laptop = new(DeviceKinds.Desktop, "Firefox", "Windows", "203.0.113.9") { Location = "Germany" };
    private static readonly SetSecurityPolicy _noTrust = new(false, 7, null, null, true, TrustedDevicesAllowed: false, [], null, null);
    private TestSilo _silo = null!;
    private Firm _firm = null!;
    private Authenticator _app = null!;
    private string _sessionId = "";

    private Person User => _firm.User(_firm.Founder.UserId);

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
        _app = await Authenticator.EnrolAsync(_silo, _firm.Founder.UserId, (await _firm.SignInAsync(_firm.Founder.UserId)).Session.Id);
        _sessionId = _app.Session!.Session.Id;
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task A_trusted_device_takes_no_code_for_30_days_also_after_a_restart()
    {
        var device = await TrustAsync();
        await _silo.RestartAsync();
        _silo.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMilliseconds(1));
        (await BeginAsync(device)).SignedIn.ShouldNotBeNull();

        _silo.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await BeginAsync(device)).Ticket.ShouldNotBeNull("use doesn't lengthen it");
        (await ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_does_not_ask_for_it_gets_no_token() => (await CompleteAsync(trustDevice: false)).DeviceToken.ShouldBeNull();

    [Fact]
    public async Task It_proves_nothing_more_than_the_password()
    {
        var device = await TrustAsync();
        var signedIn = (await BeginAsync(device)).SignedIn!;

        (await _firm.CheckAsync(signedIn.Session.Token)).ProvedAt.ShouldBe(default, "a step-up takes a code of who has a second factor");
        (await Refused.CodeAsync(() => User.SignIns.SignInAsync(SignInOf(device) with { CredentialVersion = 7 }))).ShouldBe(
            "invalid_credentials"
        );
    }

    [Fact]
    public async Task No_other_secret_does_and_none_of_somebody_else()
    {
        var device = await TrustAsync();
        SecretToken.Create(_firm.Founder.UserId, out var guess);
        (await User.SignIns.SignInAsync(new SignIn(1, null, _laptop, false) { DeviceSecret = guess })).Ticket.ShouldNotBeNull();
        (
            await User.SignIns.SignInAsync(new SignIn(1, null, _laptop, false) { DeviceSecret = default(TokenHash) })
        ).Ticket.ShouldNotBeNull();
        (await User.TwoFactor.FindTrustedDeviceAsync(guess)).ShouldBeNull();

        var ben = await _firm.JoinAsync("ben@else.example");
        await Authenticator.EnrolAsync(_silo, ben.UserId, (await _firm.SignInAsync(ben.UserId)).Session.Id);
        (await _firm.User(ben.UserId).SignIns.SignInAsync(SignInOf(device))).Ticket.ShouldNotBeNull();
    }

    [Fact]
    public async Task They_are_listed_latest_first_with_what_they_are_and_when_they_were_used()
    {
        var first = await TrustAsync();
        var firstAt = _silo.Clock.GetUtcNow();
        var second = await TrustAsync();
        var secondAt = _silo.Clock.GetUtcNow();
        _silo.Clock.Advance(TimeSpan.FromHours(1));
        await BeginAsync(first);

        var devices = await User.TwoFactor.ListTrustedDevicesAsync(SecretOf(second));

        devices
            .Select(device => (device.TrustedAt, device.LastUsedAt, device.ExpiresAt, device.IsCurrent))
            .ShouldBe([(secondAt, null, secondAt.AddDays(30), true), (firstAt, _silo.Clock.GetUtcNow(), firstAt.AddDays(30), false)]);
        devices.ShouldAllBe(device => device.Device == _laptop);
        (await User.TwoFactor.FindTrustedDeviceAsync(SecretOf(first))).ShouldBe(devices[1].Id);
    }

    [Fact]
    public async Task One_that_is_trusted_no_longer_takes_a_code_and_the_others_do_not()
    {
        var (first, second) = (await TrustAsync(), await TrustAsync());
        var id = (await User.TwoFactor.FindTrustedDeviceAsync(SecretOf(first)))!;

        (await User.TwoFactor.DistrustDeviceAsync(id)).ShouldBeTrue();

        (await BeginAsync(first)).Ticket.ShouldNotBeNull();
        (await BeginAsync(second)).SignedIn.ShouldNotBeNull();
        (await User.TwoFactor.DistrustDeviceAsync(id)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_21st_takes_the_place_of_the_first()
    {
        var devices = new List<string>();
        for (var i = 0; i < 21; i++)
            devices.Add(await TrustAsync());

        (await ListAsync()).Count.ShouldBe(20);
        (await BeginAsync(devices[0])).Ticket.ShouldNotBeNull();
        (await BeginAsync(devices[1])).SignedIn.ShouldNotBeNull();
    }

    [Fact]
    public async Task All_are_gone_with_the_password()
    {
        var device = await TrustAsync();
        await User.Credentials.ChangePasswordAsync(new ChangePassword(1, "another", _sessionId));

        (await User.SignIns.SignInAsync(SignInOf(device) with { CredentialVersion = 2 })).Ticket.ShouldNotBeNull();
        (await ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task All_are_gone_with_the_second_factor_also_when_another_is_turned_on()
    {
        var device = await TrustAsync();
        var session = (await User.TwoFactor.DisableTwoFactorAsync(new DisableTwoFactor(1, _app.NextCode(), _sessionId)))!;
        await Authenticator.EnrolAsync(_silo, _firm.Founder.UserId, session.Session.Id);

        (await BeginAsync(device)).Ticket.ShouldNotBeNull();
        (await ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task All_are_gone_when_an_admin_sets_the_password()
    {
        var ben = await _firm.JoinAsync("ben@else.example");
        var app = await Authenticator.EnrolAsync(_silo, ben.UserId, (await _firm.SignInAsync(ben.UserId)).Session.Id);
        var device = (await CompleteAsync(_firm.User(ben.UserId), app, trustDevice: true)).DeviceToken!;
        await _firm.Accounts.SetMemberPasswordAsync(_firm.Founder, ben.UserId, "chosen by the founder");

        (await _firm.User(ben.UserId).SignIns.SignInAsync(SignInOf(device) with { CredentialVersion = 2 })).Ticket.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_company_that_forbids_them_has_codes_asked_for_from_then_on_and_none_trusted()
    {
        var device = await TrustAsync();
        await _firm.Company.SetSecurityPolicyAsync(_firm.Founder, _noTrust);

        (await BeginAsync(device)).Ticket.ShouldNotBeNull();
        (await User.TwoFactor.FindTrustedDeviceAsync(SecretOf(device))).ShouldBeNull("nor is it counted in place of the account");
        (await CompleteAsync(trustDevice: true)).DeviceToken.ShouldBeNull();

        await _firm.Company.SetSecurityPolicyAsync(_firm.Founder, _noTrust with { TrustedDevicesAllowed = true });
        (await BeginAsync(device)).SignedIn.ShouldNotBeNull();
    }

    private static TokenHash SecretOf(string token)
    {
        SecretToken.TryParse(token, out var parsed).ShouldBeTrue();
        return parsed.Hash;
    }

    private static SignIn SignInOf(string deviceToken) =>
        new(1, CompanyId: null, _laptop, RememberMe: false) { DeviceSecret = SecretOf(deviceToken) };

    private Task<BegunSignIn> BeginAsync(string deviceToken) => User.SignIns.SignInAsync(SignInOf(deviceToken));

    private async Task<string> TrustAsync() => (await CompleteAsync(trustDevice: true)).DeviceToken.ShouldNotBeNull();

    private Task<SignedIn> CompleteAsync(bool trustDevice) => CompleteAsync(User, _app, trustDevice);

    private static async Task<SignedIn> CompleteAsync(Person user, Authenticator app, bool trustDevice)
    {
        var ticket = (await user.SignIns.SignInAsync(new SignIn(1, CompanyId: null, _laptop, RememberMe: false))).Ticket!.Token;
        return await user.SignIns.CompleteSignInAsync(
            new CompleteSignIn(SecretOf(ticket), app.NextCode(), _laptop) { TrustDevice = trustDevice }
        );
    }

    private Task<IReadOnlyList<TrustedDeviceView>> ListAsync() => User.TwoFactor.ListTrustedDevicesAsync(null);
}
