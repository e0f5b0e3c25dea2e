using Kayse.Grains.Audit;
using Kayse.Grains.Branding;
using Kayse.Grains.Tests.Hosting;
using Kayse.Testing;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of a change of a logo leaves the one logo that the company has, no file of another,
/// and in the audit log what is so.
/// </summary>
public sealed class BrandingCrashTests
{
    [Fact]
    public async Task Replacing_a_logo()
    {
        Firm firm = null!;
        ICompanyBrandingGrain Company() => firm.Silo.Grains.GetGrain<ICompanyBrandingGrain>(firm.CompanyId);

        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                firm = await Firm.FoundAsync(scenario.Silo, $"f-{scenario.Email}");
                await Company().SetLogoAsync(firm.Founder, LogoKind.Light, Pictures.Png());
                return () => Company().SetLogoAsync(firm.Founder, LogoKind.Light, Pictures.Png(4, 4));
            },
            async scenario =>
            {
                scenario.Remind();
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        var view = await Company().GetLookAsync();
                        FilesOf(firm).ShouldBe([view.Light!.Name]);
                        var isNew = view.Light.Width == 4;
                        if (scenario.IsAcknowledged)
                            isNew.ShouldBeTrue();
                        var entries = (await firm.AuditAsync()).Count(record => record.Action == AuditActions.BrandingUpdated);
                        (view.Version, entries).ShouldBe((isNew ? 2 : 1, isNew ? 2 : 1));
                    }
                );
            }
        );
    }

    private static IReadOnlyList<string> FilesOf(Firm firm) =>
        [
            .. System
                .IO.Directory.GetFiles(Path.Combine(firm.Silo.DataDirectory, "blobs", "logos"), $"{firm.CompanyId}.*")
                .Select(file => Path.GetFileName(file)!),
        ];
}
