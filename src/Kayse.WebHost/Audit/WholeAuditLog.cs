using Kayse.Grains.Audit;
using Kayse.Grains.Members;

namespace Kayse.WebHost.Audit;

internal static class WholeAuditLog
{
    /// <summary>
    /// Checks the chain from a place to its end, stretch by stretch, so that others get their turns in between.
    /// </summary>
    public static async Task<AuditVerification> VerifyAsync(
        ICompanyAuditGrain company,
        Actor actor,
        AuditChainPoint? from,
        CancellationToken ct
    )
    {
        var verification = await company.VerifyAuditAsync(actor, from);
        while (!verification.IsComplete)
        {
            ct.ThrowIfCancellationRequested();
            verification = await company.VerifyAuditAsync(actor, verification.Holds);
        }

        return verification;
    }
}
