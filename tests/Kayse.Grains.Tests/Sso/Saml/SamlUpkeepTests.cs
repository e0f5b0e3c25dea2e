using Kayse.Grains.Audit;
using Kayse.Grains.Sso;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Tests.Sso.Saml;

public sealed class SamlUpkeepTests : IAsyncLifetime
{
    private const string Url = "https://idp.jones.example/metadata";
    private const string Provider = "https://idp.jones.example";
    private TestSilo _silo = null!;
    private Firm _firm = null!;

    private ISamlUpkeepGrain Upkeep => _silo.Grains.GetGrain<ISamlUpkeepGrain>(_firm.CompanyId);

    private TestSamlMetadata Metadata => _silo.Services.GetRequiredService<TestSamlMetadata>();

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Metadata_is_read_every_day_and_changes_are_in_the_audit_log()
    {
        var (before, after) = (CertificateFor(days: 400), CertificateFor(days: 800));
        Metadata[Url] = TestSamlMetadata.Of(Provider, before);
        await ConfigureAsync(before);
        await Upkeep.KeepUpAsync();
        await CrashScenario.EventuallyAsync(async () => (await Upkeep.GetMetadataTimesAsync()).ReadAt.ShouldNotBeNull());

        Metadata[Url] = TestSamlMetadata.Of(Provider, before, after);
        await CrashScenario.WhileTimePassesAsync(
            _silo,
            TimeSpan.FromDays(2),
            async () => (await CertificatesAsync()).ShouldBe([before, after])
        );

        await CrashScenario.EventuallyAsync(async () =>
        {
            var change = (await _firm.AuditAsync()).Last(entry => entry.Action == AuditActions.SsoConfigured);
            change.Changes.Select(one => one.Field).ShouldBe(["certificates"]);
        });
    }

    [Fact]
    public async Task Metadata_that_is_gone_broken_or_of_another_provider_changes_nothing()
    {
        var certificate = CertificateFor(days: 400);
        await ConfigureAsync(certificate);
        foreach (var metadata in new[] { null, "<html/>", TestSamlMetadata.Of("urn:other", CertificateFor(days: 500)) })
        {
            Metadata[Url] = metadata;
            _silo.Clock.Advance(TimeSpan.FromMinutes(5));

            (await Upkeep.LookForNewCertificateAsync()).ShouldBeFalse();

            (await CertificatesAsync()).ShouldBe([certificate]);
            (await Upkeep.GetMetadataTimesAsync()).FailedAt.ShouldBe(_silo.Clock.GetUtcNow());
        }
    }

    [Fact]
    public async Task Unknown_signatures_have_it_read_once_in_5_minutes()
    {
        var (before, after) = (CertificateFor(days: 400), CertificateFor(days: 800));
        Metadata[Url] = TestSamlMetadata.Of(Provider, before);
        await ConfigureAsync(before);
        (await Upkeep.LookForNewCertificateAsync()).ShouldBeFalse();
        Metadata[Url] = TestSamlMetadata.Of(Provider, after);

        (await Upkeep.LookForNewCertificateAsync()).ShouldBeFalse();
        Metadata.Fetches.ShouldBe(1);
        _silo.Clock.Advance(TimeSpan.FromMinutes(5));
        (await Upkeep.LookForNewCertificateAsync()).ShouldBeTrue();

        (await CertificatesAsync()).ShouldBe([after]);
    }

    [Fact]
    public async Task The_super_admins_are_mailed_once_before_the_last_certificate_ends()
    {
        await ConfigureAsync(CertificateFor(days: 20));

        await Upkeep.KeepUpAsync();
        await Upkeep.KeepUpAsync();

        var mail = await _silo.Mailbox.NextAsync();
        mail.To.Address.ShouldBe("ada@firm.example");
        mail.Subject.ShouldContain("needs a new certificate");
        mail.TextBody.ShouldContain("/settings/single-sign-on");
        _silo.Mailbox.All.Count.ShouldBe(1);
    }

    private string CertificateFor(int days) => TestSamlMetadata.NewCertificate(_silo.Clock.GetUtcNow().AddDays(days));

    private async Task ConfigureAsync(string certificate)
    {
        var settings = new SamlSettings(Provider, "https://idp.jones.example/sso", [certificate]) { MetadataUrl = Url };
        await _silo
            .Grains.GetGrain<ICompanySsoGrain>(_firm.CompanyId)
            .ConfigureAsync(
                _firm.Founder with
                {
                    IsProved = true,
                },
                new ConfigureSso(_firm.CompanyId, SsoProtocol.Saml) { Saml = settings }
            );
    }

    private async Task<IReadOnlyList<string>> CertificatesAsync() =>
        (await _silo.Grains.GetGrain<ISsoConnectionGrain>(SsoConnectionIds.Of(_firm.CompanyId, SsoProtocol.Saml)).GetAsync())!
            .Saml!
            .Certificates;
}
