using Kayse.Grains.Audit;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Branding;

/// <summary>What a change of branding looks like in the audit log.</summary>
internal static class BrandingAudit
{
    public static AuditRecord Changed(string companyId, BrandingState before, BrandingState after, AuditOrigin by, TimeProvider clock) =>
        new(
            EntityId.New(clock),
            clock.GetUtcNow(),
            by.Actor,
            AuditActions.BrandingUpdated,
            new AuditTarget(AuditTargetKinds.Branding, companyId, "Branding"),
            new AuditDiff<BrandingState>(before, after)
                .Text("logos.light", branding => branding.Light?.Name)
                .Text("logos.dark", branding => branding.Dark?.Name)
                .Text("logos.icon", branding => branding.Icon?.Name)
                .Text("accentColor", branding => branding.AccentColor)
                .Changes,
            by.IpAddress,
            by.SessionId,
            companyId
        );
}
