using Kayse.Grains.Directory;
using Kayse.Grains.Domains;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Sso;

/// <summary>A company's connections, and whom they vouch for.</summary>
internal sealed class CompanyConnections(string companyId, IGrainFactory grains, TimeProvider clock)
{
    private static readonly SsoProtocol[] _protocols = [SsoProtocol.Oidc, SsoProtocol.Saml];

    public Task<SsoConnection?> FindAsync(SsoProtocol protocol) => Connection(protocol).GetAsync();

    public async Task<IReadOnlyList<SsoConnection>> ListAsync() =>
        [.. (await Task.WhenAll(_protocols.Select(FindAsync))).OfType<SsoConnection>()];

    /// <summary>Refuses settings that can't be kept.</summary>
    public static void Check(SsoConnection? before, ConfigureSso command)
    {
        if (command.Oidc is { } oidc)
            OidcSettingsRules.Check(oidc, before?.Oidc);
        if (command.Saml is { } saml)
            SamlSettingsRules.Check(saml, before?.Saml);
    }

    public Task<SsoConnection> ConfigureAsync(ConfigureSso command) =>
        Connection(command.Protocol).ConfigureAsync(command with { CompanyId = companyId });

    /// <summary>The domains that the company has verified.</summary>
    public async Task<IReadOnlyList<string>> ListDomainsAsync(Actor actor) =>
        [
            .. (await grains.GetGrain<ICompanyDomainsGrain>(companyId).ListAsync(actor))
                .Where(domain => domain.Status != DomainStatus.Pending)
                .Select(domain => domain.Domain),
        ];

    /// <summary>
    /// The person whose identity it is; for one that is new, who has its address, or somebody who becomes a member by it.
    /// Refuses what is in no domain of the company.
    /// </summary>
    public async Task<string> FindPersonAsync(SsoSignIn command, bool justInTime)
    {
        var identity = command.Identity;
        var key = SsoIdentityKeys.Of(companyId, identity.Issuer, identity.Subject);
        if (await grains.GetGrain<ISsoIdentityGrain>(key).GetUserIdAsync() is { } known)
            return known;
        if (!await IsAddressAcceptedAsync(identity))
            throw new RefusedException(SsoErrors.EmailNotAccepted);
        EmailAddress.TryNormalize(identity.Email, out var address);
        return justInTime
            ? await ProvisionAsync(command, address!)
            : await grains.GetGrain<IEmailAddressGrain>(address!).GetUserIdAsync() ?? throw new RefusedException(SsoErrors.NoAccess);
    }

    // Of who is a member already nothing changes.
    private async Task<string> ProvisionAsync(SsoSignIn command, string address)
    {
        var identity = command.Identity;
        var name = string.IsNullOrWhiteSpace(identity.FullName)
            ? address[..address.IndexOf('@', StringComparison.Ordinal)].Replace('.', ' ')
            : identity.FullName;
        var provision = new ProvisionMember(EntityId.New(clock), name, address, ProvisioningReason.SignIn);
        try
        {
            var provisioned = await grains
                .GetGrain<ICompanyProvisioningGrain>(companyId)
                .ProvisionMemberAsync(Actor.Directory(identity.ConnectionId, command.Device.IpAddress), provision);
            return provisioned.Member.UserId;
        }
        catch (RefusedException refused) when (refused.Code == MemberErrors.Deprovisioned.Code)
        {
            throw new RefusedException(SsoErrors.NoAccess);
        }
    }

    /// <summary>What is checked of an identity in a test, whatever the protocol.</summary>
    public async Task<IReadOnlyList<SsoCheck>> CheckAsync(VerifiedIdentity? identity, UserView? person)
    {
        if (identity is null)
            return [];
        var isAccepted = await IsAddressAcceptedAsync(identity);
        var key = SsoIdentityKeys.Of(companyId, identity.Issuer, identity.Subject);
        // Of an identity that is known the address says nothing.
        var isTheirs = await grains.GetGrain<ISsoIdentityGrain>(key).GetUserIdAsync() is { } known
            ? known == person?.Id
            : EmailAddress.TryNormalize(identity.Email, out var given) && given == person?.Email;
        return
        [
            new SsoCheck("Email address", identity.Email is not null, identity.Email ?? "The provider sent no email address."),
            new SsoCheck("Verified domain", isAccepted, isAccepted ? null : "The address is in no domain that your company has verified.")
            {
                Fix = isAccepted ? null : "Verify the domain under Settings, Domains.",
            },
            new SsoCheck("Your account", isTheirs, isTheirs ? null : "The provider signed in somebody else. Sign in there as yourself."),
        ];
    }

    // A provider that says nothing of whether the address is verified speaks for a domain that the company has shown to be
    // its own; one that denies the address is believed.
    private async Task<bool> IsAddressAcceptedAsync(VerifiedIdentity identity) =>
        identity.EmailVerified != false
        && DomainName.OfEmail(identity.Email) is { } domain
        && await grains.GetGrain<IDomainGrain>(domain).GetCompanyIdAsync() == companyId;

    private ISsoConnectionGrain Connection(SsoProtocol protocol) =>
        grains.GetGrain<ISsoConnectionGrain>(SsoConnectionIds.Of(companyId, protocol));
}
