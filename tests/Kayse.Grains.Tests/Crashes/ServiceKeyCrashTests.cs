using Kayse.Grains.ApiKeys;
using Kayse.Grains.Audit;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.ApiKeys;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of a command about a service key leaves the key as it was or as it should be, never
/// one that opens without being in the list, and the audit log says the same.
/// </summary>
public sealed class ServiceKeyCrashTests
{
    [Fact]
    public async Task Creating_one()
    {
        CreateApiKey command = null!;
        IssuedServiceKey? issued = null;
        await CrashScenario.AtEveryPointAsync(
            scenario =>
            {
                issued = null;
                command = new CreateApiKey(EntityId.New(scenario.Silo.Clock), "Importer", ApiKeyPermissions.Read, ExpiresAt: null);
                return Task.FromResult<Func<Task>>(async () =>
                    issued = await scenario.Firm.ServiceKeys.CreateServiceKeyAsync(scenario.Firm.Founder, command)
                );
            },
            async scenario =>
            {
                var listed = (await ListAsync(scenario.Firm)).Any(key => key.Id == command.KeyId);
                if (scenario.IsAcknowledged)
                {
                    listed.ShouldBeTrue();
                    (await OpensAsync(scenario.Silo, issued!.Key)).ShouldBeTrue();
                }

                await CrashScenario.EventuallyAsync(async () =>
                    (await AccountsAsync(scenario.Firm, AuditActions.ServiceKeyCreated, command.KeyId)).ShouldBe(listed ? 1 : 0)
                );
            }
        );
    }

    [Fact]
    public async Task Rotating_one()
    {
        IssuedServiceKey before = null!;
        IssuedServiceKey? rotated = null;
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                rotated = null;
                before = await ServiceKeyTests.CreateAsync(scenario.Firm, scenario.Firm.Founder);
                return async () =>
                    rotated = await scenario.Firm.ServiceKeys.RotateServiceKeyAsync(
                        scenario.Firm.Founder,
                        before.View.Id,
                        TimeSpan.FromHours(24)
                    );
            },
            async scenario =>
            {
                (await OpensAsync(scenario.Silo, before.Key)).ShouldBeTrue("the old key works in the overlap, and if nothing happened");
                if (scenario.IsAcknowledged)
                    (await OpensAsync(scenario.Silo, rotated!.Key)).ShouldBeTrue();
                var isRotated = (await ListAsync(scenario.Firm)).Single(key => key.Id == before.View.Id).PreviousKeyUntil is not null;
                await CrashScenario.EventuallyAsync(async () =>
                    (await AccountsAsync(scenario.Firm, AuditActions.ServiceKeyRotated, before.View.Id)).ShouldBe(isRotated ? 1 : 0)
                );
            }
        );
    }

    [Fact]
    public async Task Revoking_one()
    {
        IssuedServiceKey key = null!;
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                key = await ServiceKeyTests.CreateAsync(scenario.Firm, scenario.Firm.Founder);
                return () => scenario.Firm.ServiceKeys.RevokeServiceKeyAsync(scenario.Firm.Founder, key.View.Id);
            },
            async scenario =>
            {
                var opens = await OpensAsync(scenario.Silo, key.Key);
                if (scenario.IsAcknowledged)
                    opens.ShouldBeFalse();
                (await ListAsync(scenario.Firm)).Any(listed => listed.Id == key.View.Id).ShouldBe(opens);
                await CrashScenario.EventuallyAsync(async () =>
                    (await AccountsAsync(scenario.Firm, AuditActions.ServiceKeyRevoked, key.View.Id)).ShouldBe(opens ? 0 : 1)
                );
                await CrashScenario.AnswerAsync(() =>
                    scenario.Firm.ServiceKeys.RevokeServiceKeyAsync(scenario.Firm.Founder, key.View.Id)
                );
                (await OpensAsync(scenario.Silo, key.Key)).ShouldBeFalse();
            }
        );
    }

    private static Task<IReadOnlyList<ServiceKeyView>> ListAsync(Firm firm) => firm.ServiceKeys.ListServiceKeysAsync(firm.Founder);

    private static async Task<bool> OpensAsync(TestSilo silo, string key) =>
        (await ApiKeyTests.CheckAsync(silo, key)).Principal is not null;

    private static async Task<int> AccountsAsync(Firm firm, string action, string keyId) =>
        (await ServiceKeyTests.EntriesAsync(firm)).Count(entry => entry.Record.Action == action && entry.Record.Target.Id == keyId);
}
