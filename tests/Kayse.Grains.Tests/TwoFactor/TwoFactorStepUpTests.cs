using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.TwoFactor;

/// <summary>Who has a second factor proves by a code who they are (SE-6).</summary>
public sealed class TwoFactorStepUpTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Firm _firm = null!;
    private Person _user = null!;
    private Authenticator _app = null!;
    private StartedSession _session = null!;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
        _user = _firm.User(_firm.Founder.UserId);
        _app = await Authenticator.EnrolAsync(_silo, _firm.Founder.UserId, (await _firm.SignInAsync(_firm.Founder.UserId)).Session.Id);
        _session = _app.Session!.Session;
        _silo.Clock.Advance(TimeSpan.FromMinutes(20));
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task A_code_proves_it_once()
    {
        var code = _app.Code();

        var renewed = await _user.Sessions.StepUpAsync(new StepUp(_session.Id, null) { Code = code });

        (await _firm.CheckAsync(renewed.Session.Token)).ProvedAt.ShouldBe(_silo.Clock.GetUtcNow().UtcDateTime);
        (await _firm.CheckAsync(_session.Token)).ShouldBe(default);
        (await Refused.CodeAsync(() => _user.Sessions.StepUpAsync(new StepUp(_session.Id, null) { Code = code }))).ShouldBe(
            "two_factor_invalid"
        );
    }

    [Fact]
    public async Task A_backup_code_proves_it_and_is_used_then()
    {
        await _user.Sessions.StepUpAsync(new StepUp(_session.Id, null) { Code = _app.BackupCodes[0] });

        (await _user.TwoFactor.GetTwoFactorAsync()).BackupCodesLeft.ShouldBe(9);
        (
            await Refused.CodeAsync(() => _user.Sessions.StepUpAsync(new StepUp(_session.Id, null) { Code = _app.BackupCodes[0] }))
        ).ShouldBe("two_factor_invalid");
    }

    [Fact]
    public async Task The_password_does_not_prove_it()
    {
        (await Refused.CodeAsync(() => _user.Sessions.StepUpAsync(new StepUp(_session.Id, 1)))).ShouldBe("two_factor_invalid");
        (await Refused.CodeAsync(() => _user.Sessions.StepUpAsync(new StepUp(_session.Id, 1) { Code = _app.WrongCode() }))).ShouldBe(
            "two_factor_invalid"
        );
        (await _firm.CheckAsync(_session.Token)).Principal.ShouldNotBeNull();

        var renewed = await _user.Credentials.ChangePasswordAsync(new ChangePassword(1, "another", _session.Id));
        SessionProof
            .Counts((await _firm.CheckAsync(renewed!.Session.Token)).ProvedAt, _silo.Clock.GetUtcNow())
            .ShouldBeFalse("nor does changing it");
    }

    [Fact]
    public async Task A_code_is_not_spent_on_a_session_that_is_not_there()
    {
        var code = _app.Code();
        (
            await Refused.CodeAsync(() => _user.Sessions.StepUpAsync(new StepUp("000000000000000000000000", null) { Code = code }))
        ).ShouldBe("unauthenticated");
        await _user.Sessions.StepUpAsync(new StepUp(_session.Id, null) { Code = code });
    }
}
