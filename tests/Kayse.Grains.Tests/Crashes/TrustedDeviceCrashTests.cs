using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tests.TwoFactor;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies while a device comes to be trusted, or to be trusted no longer, leaves it done or not begun.
/// </summary>
public sealed class TrustedDeviceCrashTests
{
    private string _userId = "";
    private string _ticket = "";
    private string _deviceToken = "";
    private Authenticator _app = null!;

    [Fact]
    public Task Trusting_a_device() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await EnrolAsync(scenario);
                await BeginAsync(scenario);
                return () => CompleteAsync(scenario);
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    (await TakesCodeAsync(scenario)).ShouldBeFalse();
                if (!scenario.IsAcknowledged)
                {
                    await BeginAsync(scenario);
                    await CompleteAsync(scenario);
                    (await TakesCodeAsync(scenario)).ShouldBeFalse("it can be done again");
                }
            }
        );

    [Fact]
    public Task Trusting_it_no_longer() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await EnrolAsync(scenario);
                await BeginAsync(scenario);
                await CompleteAsync(scenario);
                var id = (await User(scenario).TwoFactor.ListTrustedDevicesAsync(null)).Single().Id;
                return () => User(scenario).TwoFactor.DistrustDeviceAsync(id);
            },
            async scenario =>
            {
                var takesCode = await TakesCodeAsync(scenario);
                if (scenario.IsAcknowledged)
                    takesCode.ShouldBeTrue();
                (await User(scenario).TwoFactor.ListTrustedDevicesAsync(null)).Count.ShouldBe(takesCode ? 0 : 1);
            }
        );

    private async Task EnrolAsync(CrashScenario scenario)
    {
        _userId = (await scenario.Firm.JoinAsync(scenario.Email)).UserId;
        _app = await Authenticator.EnrolAsync(scenario.Silo, _userId, (await scenario.Firm.SignInAsync(_userId)).Session.Id);
    }

    private async Task BeginAsync(CrashScenario scenario) =>
        _ticket = (await User(scenario).SignIns.SignInAsync(new SignIn(1, CompanyId: null, ClientDevice.Unknown, RememberMe: false)))
            .Ticket!
            .Token;

    private async Task CompleteAsync(CrashScenario scenario)
    {
        var command = new CompleteSignIn(HashOf(_ticket), _app.NextCode(), ClientDevice.Unknown) { TrustDevice = true };
        _deviceToken = (await User(scenario).SignIns.CompleteSignInAsync(command)).DeviceToken!;
    }

    private async Task<bool> TakesCodeAsync(CrashScenario scenario)
    {
        var signIn = new SignIn(1, CompanyId: null, ClientDevice.Unknown, RememberMe: false) { DeviceSecret = HashOf(_deviceToken) };
        return (await User(scenario).SignIns.SignInAsync(signIn)).Ticket is not null;
    }

    private Person User(CrashScenario scenario) => scenario.Firm.User(_userId);

    private static TokenHash HashOf(string token)
    {
        SecretToken.TryParse(token, out var parsed).ShouldBeTrue();
        return parsed.Hash;
    }
}
