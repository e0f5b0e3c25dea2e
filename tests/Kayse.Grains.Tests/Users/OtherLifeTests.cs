using Kayse.Grains.Companies;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tests.TwoFactor;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

/// <summary>What one company does concerns what its members do in it, and nothing of their life in another.</summary>
public sealed class OtherLifeTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Firm _firm = null!;
    private Firm _other = null!;
    private string _ben = "";

    private Person Ben => _firm.User(_ben);

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
        _other = await Firm.FoundAsync(_silo, "eve@other.example");
        _ben = (await _firm.JoinAsync("ben@else.example")).UserId;
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task A_reset_by_an_admin_ends_the_sessions_of_that_company_and_no_others()
    {
        await JoinTheOtherAsync();
        var (here, there) = ((await _firm.SignInAsync(_ben)).Session.Token, (await _other.SignInAsync(_ben)).Session.Token);

        await _firm.Accounts.SendMemberPasswordResetAsync(_firm.Founder, _ben);

        (await _firm.CheckAsync(here)).Ended.ShouldBe(SessionEndReason.Revoked);
        (await _firm.CheckAsync(there)).Principal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Companies_have_an_address_mailed_a_few_reset_links_an_hour_together()
    {
        await JoinTheOtherAsync();
        var answers = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            answers.Add(await CrashScenario.AnswerAsync(() => _firm.Accounts.SendMemberPasswordResetAsync(_firm.Founder, _ben)));
            answers.Add(await CrashScenario.AnswerAsync(() => _other.Accounts.SendMemberPasswordResetAsync(_other.Founder, _ben)));
        }

        answers.Count(answer => answer == "works").ShouldBe(3, "two of the five went to invitations");
        answers.Distinct().ShouldBe(["works", "rate_limited"]);
        (await _firm.AuditAsync())
            .Concat(await _other.AuditAsync())
            .Count(record => record.Action == Grains.Audit.AuditActions.MemberPasswordResetSent)
            .ShouldBe(3);
        await Ben.Credentials.SendPasswordResetAsync(new SendPasswordReset("own wish", Company: null));
    }

    [Fact]
    public async Task Failed_sign_ins_of_who_is_in_several_companies_are_told_to_none()
    {
        await Ben.SignIns.SignInFailedAsync(SignInFailure.WrongPassword, ClientDevice.Unknown);
        await CrashScenario.EventuallyAsync(async () => (await FailuresAsync(_firm)).ShouldBe(1));
        await JoinTheOtherAsync();

        await Ben.SignIns.SignInFailedAsync(SignInFailure.WrongPassword, ClientDevice.Unknown);
        await _firm.SignInAsync(_ben);

        await CrashScenario.EventuallyAsync(async () =>
            (
                await _firm.MemberSessions.SearchSignInHistoryAsync(
                    _firm.Founder,
                    new SignInSearch(_ben, null, SignInOutcome.Success, null, null),
                    Firm.AllOfIt
                )
            ).Total.ShouldBe(1)
        );
        (await FailuresAsync(_firm)).ShouldBe(1);
        (await FailuresAsync(_other)).ShouldBe(0);
        (
            await _other.MemberSessions.SearchSignInHistoryAsync(
                _other.Founder,
                new SignInSearch(_ben, null, SignInOutcome.Success, null, null),
                Firm.AllOfIt
            )
        ).Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_device_that_one_company_forbids_is_trusted_still_in_the_others()
    {
        await JoinTheOtherAsync();
        var device = await TrustAsync();
        await ForbidDevicesAsync(_other);

        var signedIn = (await Ben.SignIns.SignInAsync(SignInWith(device, _firm))).SignedIn.ShouldNotBeNull();

        (await Ben.TwoFactor.FindTrustedDeviceAsync(SecretOf(device))).ShouldNotBeNull();
        (await Ben.SignIns.SignInAsync(SignInWith(device, _other))).Ticket.ShouldNotBeNull("there a code is asked for");
        (await Refused.CodeAsync(() => Ben.Sessions.SwitchCompanyAsync(signedIn.Session.Id, _other.CompanyId))).ShouldBe(
            "step_up_required"
        );
    }

    [Fact]
    public async Task A_session_that_was_proved_by_a_code_goes_on_in_a_company_that_forbids_devices()
    {
        await JoinTheOtherAsync();
        await ForbidDevicesAsync(_other);
        var app = await Authenticator.EnrolAsync(_silo, _ben, (await _firm.SignInAsync(_ben)).Session.Id);
        (await Ben.Sessions.SwitchCompanyAsync(app.Session!.Session.Id, _other.CompanyId)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_company_that_added_somebody_unasked_knows_the_number_that_it_was_given_and_no_other()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:SignUp", "Closed"));
        var (firm, other) = (await Firm.FoundAsync(silo), await Firm.FoundAsync(silo, "eve@other.example", "+12025550100"));
        var eve = other.Founder.UserId;

        var added = (
            await firm.Invitations.InviteAsync(firm.Founder, firm.InvitationOf("eve@other.example", phone: "+12025550123"))
        ).Member!;
        await firm.User(eve).Profile.UpdateProfileAsync(new UpdateProfile(PhoneNumber: new("+12025550199")));
        await firm.User(eve).Profile.SetPhotoAsync(Kayse.Testing.Pictures.Png());

        added.PhoneNumber.ShouldBe("+12025550123");
        await CrashScenario.EventuallyAsync(async () => (await firm.MemberAsync(eve)).Photo.ShouldNotBeNull());
        (await firm.MemberAsync(eve)).PhoneNumber.ShouldBe("+12025550123");
        await CrashScenario.EventuallyAsync(async () => (await other.MemberAsync(eve)).PhoneNumber.ShouldBe("+12025550199"));
    }

    private async Task JoinTheOtherAsync() =>
        await _other.AcceptAsync((await _other.InviteByMailAsync("ben@else.example")).Token, existingUserId: _ben);

    private async Task<int> FailuresAsync(Firm firm) =>
        (
            await firm.MemberSessions.SearchSignInHistoryAsync(
                firm.Founder,
                new SignInSearch(_ben, null, SignInOutcome.Failure, null, null),
                Firm.AllOfIt
            )
        ).Total;

    private async Task<string> TrustAsync()
    {
        var app = await Authenticator.EnrolAsync(_silo, _ben, (await _firm.SignInAsync(_ben)).Session.Id);
        var ticket = (await Ben.SignIns.SignInAsync(new SignIn(1, null, ClientDevice.Unknown, false))).Ticket!;
        SecretToken.TryParse(ticket.Token, out var secret).ShouldBeTrue();
        return (
            await Ben.SignIns.CompleteSignInAsync(
                new CompleteSignIn(secret.Hash, app.NextCode(), ClientDevice.Unknown) { TrustDevice = true }
            )
        ).DeviceToken.ShouldNotBeNull();
    }

    private static SignIn SignInWith(string device, Firm firm) =>
        new(1, firm.CompanyId, ClientDevice.Unknown, false) { DeviceSecret = SecretOf(device) };

    private static TokenHash SecretOf(string device)
    {
        SecretToken.TryParse(device, out var secret).ShouldBeTrue();
        return secret.Hash;
    }

    private static Task<SecurityPolicyView> ForbidDevicesAsync(Firm firm) =>
        firm.Company.SetSecurityPolicyAsync(
            firm.Founder,
            new SetSecurityPolicy(false, 7, null, null, true, TrustedDevicesAllowed: false, [], null, null)
        );
}
