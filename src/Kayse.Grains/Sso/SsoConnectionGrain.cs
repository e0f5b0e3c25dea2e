using Kayse.Grains.State;

namespace Kayse.Grains.Sso;

[GrainType("sso-connection")]
internal sealed class SsoConnectionGrain(
    [PersistentState("sso-connection", DurableGrain.Storage)] IPersistentState<SsoConnectionState> storage,
    SsoSecrets secrets
) : DurableGrain, ISsoConnectionGrain
{
    private SsoConnectionState State => storage.State;

    private SsoConnection? Connection =>
        State.CompanyId is { } companyId && State.IsSetUp
            ? new SsoConnection(Key, companyId, State.Protocol, State.Version)
            {
                Oidc = State.Oidc is { } oidc ? oidc with { ClientSecret = secrets.Unprotect(Key, State.ProtectedSecret) } : null,
                Saml = State.Saml is { } saml ? saml with { PrivateKeys = secrets.Unprotect(Key, State.ProtectedSecret) } : null,
            }
            : null;

    public Task<SsoConnection?> GetAsync()
    {
        // Anybody can ask for any id: one that nobody has must not stay in memory.
        if (State.CompanyId is null)
            DeactivateOnIdle();
        return Task.FromResult(Connection);
    }

    public async Task<SsoConnection> ConfigureAsync(ConfigureSso command)
    {
        var before = Connection;
        var oidc = command.Oidc is { } wanted ? OidcSettingsRules.Check(wanted, before?.Oidc) : null;
        var saml = command.Saml is { } settings ? SamlSettingsRules.Check(settings, before?.Saml) : null;
        if (before is not null && before.Oidc == oidc && SamlSettingsRules.AreSame(before.Saml, saml))
            return before;
        await SaveAsync(
            storage,
            State with
            {
                CompanyId = command.CompanyId,
                Protocol = command.Protocol,
                Version = State.Version + 1,
                Oidc = oidc is null ? null : oidc with { ClientSecret = null },
                Saml = saml is null ? null : saml with { PrivateKeys = null },
                ProtectedSecret = secrets.Protect(Key, oidc?.ClientSecret ?? saml?.PrivateKeys),
            }
        );
        return Connection!;
    }

    public Task RefreshSamlAsync(SamlProvider provider) =>
        Connection is { Saml: { } settings }
        && SamlSettingsRules.Refresh(settings, provider) is { } next
        && !SamlSettingsRules.AreSame(settings, next)
            ? SaveAsync(storage, State with { Saml = next with { PrivateKeys = null } })
            : Task.CompletedTask;

    public Task RemoveAsync() =>
        State.IsSetUp
            ? SaveAsync(storage, State with { Oidc = null, Saml = null, ProtectedSecret = null, Version = State.Version + 1 })
            : Task.CompletedTask;
}
