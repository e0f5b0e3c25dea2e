using System.Buffers.Text;
using Kayse.Grains.Passkeys;
using Kayse.Grains.Sessions;
using Kayse.Grains.Users;
using Kayse.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of adding, using or removing a passkey leaves it in one account or in none, and no
/// challenge ever works twice.
/// </summary>
public sealed class PasskeyCrashTests : IDisposable
{
    private SoftwarePasskey _passkey = new();
    private string _userId = "";
    private StartedSession _session = null!;

    public void Dispose() => _passkey.Dispose();

    [Fact]
    public Task Adding_one()
    {
        AddPasskey command = null!;
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await JoinAsync(scenario);
                command = await CreateAsync(scenario);
                return () => Passkeys(scenario).AddPasskeyAsync(command);
            },
            async scenario =>
            {
                var isThere = (await Passkeys(scenario).ListPasskeysAsync()).Items.Count == 1;
                if (scenario.IsAcknowledged)
                    isThere.ShouldBeTrue();
                if (isThere)
                    (await CrashScenario.AnswerAsync(() => Passkeys(scenario).AddPasskeyAsync(command))).ShouldBe("passkey_not_created");
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        (await OwnerAsync(scenario)).ShouldBe(isThere ? _userId : null);
                        MailsTo(scenario, "A passkey was added to your Kayse account").ShouldBe(isThere ? 1 : 0);
                    }
                );
                if (isThere)
                    (await SignInAsync(scenario, Challenge(scenario))).ShouldBe("works");
            }
        );
    }

    [Fact]
    public Task Signing_in_with_one()
    {
        var challenge = "";
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await AddedAsync(scenario);
                challenge = Challenge(scenario);
                return () => SignInAsync(scenario, challenge);
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    (await SignInAsync(scenario, challenge)).ShouldBe("passkey_invalid");
                await SignInAsync(scenario, challenge);
                (await SignInAsync(scenario, challenge)).ShouldBe("passkey_invalid");
                (await SignInAsync(scenario, Challenge(scenario))).ShouldBe("works");
            }
        );
    }

    [Fact]
    public Task Removing_one()
    {
        var id = "";
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                id = (await AddedAsync(scenario)).Id;
                return () => Passkeys(scenario).RemovePasskeyAsync(id, _session.Id);
            },
            async scenario =>
            {
                var isThere = (await Passkeys(scenario).ListPasskeysAsync()).Items.Count == 1;
                if (scenario.IsAcknowledged)
                    isThere.ShouldBeFalse();
                (await SignInAsync(scenario, Challenge(scenario))).ShouldBe(isThere ? "works" : "passkey_invalid");
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        (await OwnerAsync(scenario)).ShouldBe(isThere ? _userId : null);
                        MailsTo(scenario, "A passkey was removed from your Kayse account").ShouldBe(isThere ? 0 : 1);
                    }
                );
            }
        );
    }

    private async Task JoinAsync(CrashScenario scenario)
    {
        _userId = (await scenario.Firm.JoinAsync(scenario.Email)).UserId;
        _session = (await scenario.Firm.SignInAsync(_userId)).Session;
        _passkey.Dispose();
        _passkey = new SoftwarePasskey { Counter = 1 };
    }

    private async Task<PasskeyView> AddedAsync(CrashScenario scenario)
    {
        await JoinAsync(scenario);
        return (await Passkeys(scenario).AddPasskeyAsync(await CreateAsync(scenario))).Passkey;
    }

    private async Task<AddPasskey> CreateAsync(CrashScenario scenario)
    {
        var registration = await Passkeys(scenario).BeginPasskeyRegistrationAsync(_session.Id);
        var (clientData, attestation) = _passkey.Create(Base64Url.EncodeToString(registration.Challenge));
        return new AddPasskey("Laptop", new PasskeyAttestation(_passkey.Id, clientData, attestation), _session.Id);
    }

    private Task<string> SignInAsync(CrashScenario scenario, string challenge)
    {
        var (clientData, data, signature) = _passkey.Sign(challenge);
        var assertion = new PasskeyAssertion(_passkey.Id, clientData, data, signature, UserHandle: null);
        return CrashScenario.AnswerAsync(() =>
            scenario
                .Silo.Grains.GetGrain<ISignInGrain>(_userId)
                .SignInWithPasskeyAsync(new SignInWithPasskey(assertion, ClientDevice.Unknown, RememberMe: false))
        );
    }

    private static string Challenge(CrashScenario scenario) =>
        Base64Url.EncodeToString(scenario.Silo.Services.GetRequiredService<PasskeyChallenges>().ForSignIn());

    private IPasskeysGrain Passkeys(CrashScenario scenario) => scenario.Silo.Grains.GetGrain<IPasskeysGrain>(_userId);

    private Task<string?> OwnerAsync(CrashScenario scenario) =>
        scenario.Silo.Grains.GetGrain<IPasskeyGrain>(PasskeyKeys.Of(_passkey.Id)).GetUserIdAsync();

    private static int MailsTo(CrashScenario scenario, string subject) =>
        scenario
            .Silo.Mailbox.All.Where(mail => mail.To.Address == scenario.Email && mail.Subject == subject)
            .Select(mail => mail.MessageId)
            .Distinct()
            .Count();
}
