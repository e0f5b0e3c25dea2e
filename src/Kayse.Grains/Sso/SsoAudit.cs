using Kayse.Grains.Audit;
using Kayse.Grains.Sso.Saml;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Sso;

/// <summary>What changes of single sign-on look like in the audit log.</summary>
internal static class SsoAudit
{
    public static RecordSsoChange Configured(
        string companyId,
        SsoConnection? before,
        SsoConnection after,
        AuditOrigin by,
        TimeProvider clock
    ) => Of(companyId, AuditActions.SsoConfigured, Changes(before, after), by, clock);

    public static RecordSsoChange Removed(string companyId, SsoConnection connection, AuditOrigin by, TimeProvider clock) =>
        Of(companyId, AuditActions.SsoRemoved, Changes(connection, null), by, clock);

    public static RecordSsoChange UseChanged(
        string companyId,
        CompanySsoState before,
        CompanySsoState after,
        AuditOrigin by,
        TimeProvider clock
    )
    {
        var changes = new AuditDiff<CompanySsoState>(before, after)
            .Word("inUse", state => state.InUse)
            .Flag("enforced", state => state.Enforced)
            .Flag("justInTime", state => state.JustInTime)
            .Texts("breakGlassUserIds", state => state.BreakGlassUserIds)
            .Changes;
        var action =
            before.Enforced == after.Enforced ? AuditActions.SsoUseChanged
            : after.Enforced ? AuditActions.SsoEnforced
            : AuditActions.SsoNotEnforced;
        return Of(companyId, action, changes, by, clock);
    }

    private static IReadOnlyList<AuditChange> Changes(SsoConnection? before, SsoConnection? after) =>
        new AuditDiff<SsoConnection>(before, after)
            .Word("protocol", connection => (SsoProtocol?)connection.Protocol)
            .Text("issuer", connection => connection.Oidc?.Issuer)
            .Text("clientId", connection => connection.Oidc?.ClientId)
            .Text("entityId", connection => connection.Saml?.EntityId)
            .Text("signOnUrl", connection => connection.Saml?.SignOnUrl)
            .Text("metadataUrl", connection => connection.Saml?.MetadataUrl)
            .Number("settingsVersion", connection => connection.Version)
            .Texts("certificates", connection => SamlCertificates.FingerprintsOf(connection.Saml?.Certificates ?? []))
            .Changes;

    private static RecordSsoChange Of(
        string companyId,
        string action,
        IReadOnlyList<AuditChange> changes,
        AuditOrigin by,
        TimeProvider clock
    ) =>
        new(
            new AuditRecord(
                EntityId.New(clock),
                clock.GetUtcNow(),
                by.Actor,
                action,
                new AuditTarget(AuditTargetKinds.SingleSignOn, companyId, "Single sign-on"),
                changes,
                by.IpAddress,
                by.SessionId,
                companyId
            )
        );
}
