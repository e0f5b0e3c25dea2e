using Kayse.Grains.Audit;
using Kayse.Grains.Catalogue;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of a change of the catalogue leaves the old list or the new one, and in the audit
/// log what is so.
/// </summary>
public sealed class CatalogueCrashTests
{
    private static readonly ReplaceCatalogue _old = new([new("a", "Alpha"), new("b", "Beta")]);
    private static readonly ReplaceCatalogue _new = new([new("a", "Alpha"), new("c", "Gamma")]);

    [Fact]
    public async Task Replacing_a_list()
    {
        Firm firm = null!;
        ICompanyCatalogueGrain Catalogue() => firm.Silo.Grains.GetGrain<ICompanyCatalogueGrain>(firm.CompanyId);
        Task<CatalogueView> ReplaceAsync(ReplaceCatalogue command) =>
            Catalogue().ReplaceCatalogueAsync(firm.Founder, CatalogueKind.Agents, command);

        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                firm = await Firm.FoundAsync(scenario.Silo, $"f-{scenario.Email}");
                await ReplaceAsync(_old);
                return () => ReplaceAsync(_new);
            },
            async scenario =>
            {
                var view = await Catalogue().GetCatalogueAsync(firm.Founder, CatalogueKind.Agents);
                var isNew = view.Version == 2;
                if (scenario.IsAcknowledged)
                    isNew.ShouldBeTrue();
                view.Items.ShouldBe((isNew ? _new : _old).Items);
                (await EntriesAsync(firm)).ShouldBe(isNew ? 2 : 1);

                (await ReplaceAsync(_new)).ShouldSatisfyAllConditions(
                    again => again.Version.ShouldBe(2),
                    again => again.Items.ShouldBe(_new.Items)
                );
                (await EntriesAsync(firm)).ShouldBe(2);
            }
        );
    }

    private static async Task<int> EntriesAsync(Firm firm) =>
        (await firm.AuditAsync()).Count(record => record.Action == AuditActions.CatalogueUpdated);
}
