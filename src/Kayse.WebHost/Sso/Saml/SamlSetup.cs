using System.Text;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Sso;
using Kayse.Grains.Sso.Saml;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>Sets up the SAML connection of a company, for the API and the console.</summary>
internal sealed class SamlSetup(ISamlMetadataSource source, IGrainFactory grains, PublicLinks links, TimeProvider clock)
{
    public async Task<SamlView> ShowAsync(Caller caller, string companyId)
    {
        var overview = await Sso(companyId).GetAsync(caller.Actor);
        var connectionId = SsoConnectionIds.Of(companyId, SsoProtocol.Saml);
        var isSetUp = overview.Connection(SsoProtocol.Saml) is not null;
        var connection = isSetUp ? await grains.GetGrain<ISsoConnectionGrain>(connectionId).GetAsync() : null;
        var times = connection?.Saml?.MetadataUrl is not null
            ? await grains.GetGrain<ISamlUpkeepGrain>(companyId).GetMetadataTimesAsync()
            : new SamlMetadataTimes(null, null);
        var isInUse = overview.InUse == SsoProtocol.Saml;
        return new SamlView(
            new SamlServiceProvider(connectionId, links.PublicUrl),
            connection?.WithoutSecrets().Saml,
            times,
            CertificatesOf(connection?.Saml?.PrivateKeys),
            isInUse,
            isInUse && overview.Enforced
        );
    }

    /// <summary>Sets it up, or changes it, and whether it is enforced where that is said.</summary>
    public async Task SaveAsync(Caller caller, string companyId, SamlConnectionRequest request)
    {
        await Sso(companyId).AuthorizeChangeAsync(caller.Actor);
        await ConfigureAsync(caller, companyId, await ReadAsync(request));
        await grains.GetGrain<ISamlUpkeepGrain>(companyId).KeepUpAsync();
        if (request.Enforced is not { } enforced)
            return;
        var overview = await Sso(companyId).GetAsync(caller.Actor);
        if (enforced || overview.InUse == SsoProtocol.Saml)
            await Sso(companyId).SetUseAsync(caller.Actor, new SetSsoUse(SsoProtocol.Saml, enforced, overview.JustInTime));
    }

    /// <summary>Adds a key of ours; refuses a third.</summary>
    public async Task AddKeyAsync(Caller caller, string companyId)
    {
        await Sso(companyId).AuthorizeChangeAsync(caller.Actor);
        var (us, settings) = await FindAsync(companyId);
        if (CertificatesOf(settings.PrivateKeys).Length >= SamlKeys.Max)
            throw new RefusedException(SsoErrors.SamlKeyLimitReached);
        var keys = SamlKeys.Add(settings.PrivateKeys, us.EntityId, clock.GetUtcNow());
        await ConfigureAsync(caller, companyId, settings with { PrivateKeys = keys });
    }

    /// <summary>Removes one of our keys; refuses <c>not_found</c>.</summary>
    public async Task RemoveKeyAsync(Caller caller, string companyId, string fingerprint)
    {
        await Sso(companyId).AuthorizeChangeAsync(caller.Actor);
        var (_, settings) = await FindAsync(companyId);
        if (!Array.Exists(CertificatesOf(settings.PrivateKeys), certificate => certificate.Fingerprint == fingerprint))
            throw new RefusedException(GeneralErrors.NotFound);
        await ConfigureAsync(caller, companyId, settings with { PrivateKeys = SamlKeys.Remove(settings.PrivateKeys, fingerprint) });
    }

    public Task RemoveAsync(Caller caller, string companyId) => Sso(companyId).RemoveAsync(caller.Actor, SsoProtocol.Saml);

    private async Task<SamlSettings> ReadAsync(SamlConnectionRequest request)
    {
        if (!string.IsNullOrWhiteSpace(request.MetadataUrl))
        {
            var url = request.MetadataUrl.Trim();
            var xml = await source.FetchAsync(url);
            return Read("metadataUrl", xml, "No metadata of an identity provider could be read from this address.") with
            {
                MetadataUrl = url,
            };
        }

        if (!string.IsNullOrWhiteSpace(request.Metadata))
        {
            var xml = Encoding.UTF8.GetBytes(request.Metadata);
            return Read("metadata", xml, "This isn't the metadata of one SAML identity provider.");
        }

        return new SamlSettings(request.EntityId ?? "", request.SignOnUrl ?? "", request.Certificates ?? [])
        {
            Binding = request.Binding ?? SamlBinding.Redirect,
        };
    }

    private static SamlSettings Read(string field, byte[]? xml, string otherwise)
    {
        if (xml is null || SamlMetadata.Read(xml) is not { } provider)
            throw new RefusedException(
                GeneralErrors.Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [otherwise] })
            );
        return new SamlSettings(provider.EntityId, provider.SignOnUrl, provider.Certificates) { Binding = provider.Binding };
    }

    private Task<SsoConnection> ConfigureAsync(Caller caller, string companyId, SamlSettings settings) =>
        Sso(companyId).ConfigureAsync(caller.Actor, new ConfigureSso(companyId, SsoProtocol.Saml) { Saml = settings });

    private async Task<(SamlServiceProvider Us, SamlSettings Settings)> FindAsync(string companyId)
    {
        var id = SsoConnectionIds.Of(companyId, SsoProtocol.Saml);
        var connection = await grains.GetGrain<ISsoConnectionGrain>(id).GetAsync();
        return (new SamlServiceProvider(id, links.PublicUrl), connection?.Saml ?? throw new RefusedException(SsoErrors.NotConfigured));
    }

    private static SamlCertificateView[] CertificatesOf(string? keys)
    {
        var certificates = SamlKeys.Read(keys);
        try
        {
            return [.. certificates.Select(SamlCertificateView.Of)];
        }
        finally
        {
            foreach (var certificate in certificates)
                certificate.Dispose();
        }
    }

    private ICompanySsoGrain Sso(string companyId) => grains.GetGrain<ICompanySsoGrain>(companyId);
}
