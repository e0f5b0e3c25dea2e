using Kayse.Grains.Pairing;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>A process that dies while an app is paired leaves at most one session of the app, however often it is tried.</summary>
public sealed class PairingCrashTests
{
    [Fact]
    public async Task A_code_gives_one_session_at_most()
    {
        var code = "";
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var userId = scenario.Firm.Founder.UserId;
                var sessionId = (await scenario.Firm.SignInAsync(userId)).Session.Id;
                code = PairingCode.New();
                await GrainOf(scenario, code).OfferAsync(new PairingOffer(userId, sessionId), code);
                return () => PairAsync(scenario, code);
            },
            async scenario =>
            {
                var again = await CrashScenario.AnswerAsync(() => PairAsync(scenario, code));
                if (scenario.IsAcknowledged)
                    again.ShouldBe("pairing_code_invalid");
                var sessions = scenario.Silo.Grains.GetGrain<ISessionsGrain>(scenario.Firm.Founder.UserId);
                var apps = (await sessions.ListSessionsAsync()).Where(session => session.Scopes is not null).ToList();
                apps.Count.ShouldBeLessThanOrEqualTo(1);
                if (scenario.IsAcknowledged || again == "works")
                    apps.Single().Scopes.ShouldBe(SessionScopes.OfApps);
                await sessions.EndSessionsAsync(exceptSessionId: null, SessionEndReason.Revoked);
            }
        );
    }

    private static IPairingCodeGrain GrainOf(CrashScenario scenario, string code) =>
        scenario.Silo.Grains.GetGrain<IPairingCodeGrain>(PairingCode.Slot(code));

    private static async Task PairAsync(CrashScenario scenario, string code)
    {
        var offer = await GrainOf(scenario, code).RedeemAsync(code);
        await scenario.Firm.User(offer.UserId).SignIns.PairAsync(offer.SessionId, ClientDevice.Unknown);
    }
}
