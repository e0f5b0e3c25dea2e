using Kayse.Grains.Audit;
using Kayse.Grains.Sso;
using Kayse.Grains.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies while it takes new metadata leaves a connection with the certificates of before or of after, and
/// each change once in the audit log.
/// </summary>
public sealed class SamlCrashTests
{
    private const string Url = "https://idp.jones.example/metadata";
    private const string Provider = "https://idp.jones.example";

    [Fact]
    public async Task Reading_metadata()
    {
        var published = new List<string>();
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                if (published.Count == 0)
                    await ConfigureAsync(scenario, NewCertificate(scenario, published));
                Publish(scenario, NewCertificate(scenario, published));
                scenario.Silo.Clock.Advance(TimeSpan.FromMinutes(5));
                return () => Upkeep(scenario).LookForNewCertificateAsync();
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    (await CertificatesAsync(scenario)).ShouldBe([published[^1]]);

                Publish(scenario, published[^1]);
                scenario.Silo.Clock.Advance(TimeSpan.FromMinutes(5));
                await CrashScenario.AnswerAsync(() => Upkeep(scenario).LookForNewCertificateAsync());

                (await CertificatesAsync(scenario)).ShouldBe([published[^1]]);
                (await scenario.Firm.AuditAsync()).Count(record => record.Action == AuditActions.SsoConfigured).ShouldBe(published.Count);
            }
        );
    }

    private static string NewCertificate(CrashScenario scenario, List<string> published)
    {
        published.Add(TestSamlMetadata.NewCertificate(scenario.Silo.Clock.GetUtcNow().AddYears(2)));
        return published[^1];
    }

    private static void Publish(CrashScenario scenario, string certificate) =>
        scenario.Silo.Services.GetRequiredService<TestSamlMetadata>()[Url] = TestSamlMetadata.Of(Provider, certificate);

    private static Task<SsoConnection> ConfigureAsync(CrashScenario scenario, string certificate) =>
        scenario
            .Silo.Grains.GetGrain<ICompanySsoGrain>(scenario.Firm.CompanyId)
            .ConfigureAsync(
                scenario.Firm.Founder with
                {
                    IsProved = true,
                },
                new ConfigureSso(scenario.Firm.CompanyId, SsoProtocol.Saml)
                {
                    Saml = new SamlSettings(Provider, "https://idp.jones.example/sso", [certificate]) { MetadataUrl = Url },
                }
            );

    private static ISamlUpkeepGrain Upkeep(CrashScenario scenario) =>
        scenario.Silo.Grains.GetGrain<ISamlUpkeepGrain>(scenario.Firm.CompanyId);

    private static async Task<IReadOnlyList<string>> CertificatesAsync(CrashScenario scenario) =>
        (
            await scenario
                .Silo.Grains.GetGrain<ISsoConnectionGrain>(SsoConnectionIds.Of(scenario.Firm.CompanyId, SsoProtocol.Saml))
                .GetAsync()
        )!
            .Saml!
            .Certificates;
}
