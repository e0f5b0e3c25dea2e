using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.Scim;

/// <summary>Pauses an identity provider that takes access away from too many people at once.</summary>
internal sealed class ScimBrake(ScimContext directory, ScimMembers members)
{
    /// <summary>
    /// Counts one more active member who is to lose their access, before they do; refuses <c>scim_paused</c> when that
    /// would be too many, or was before. The last Super Admin, who can't, doesn't count.
    /// </summary>
    public async Task PassAsync(Actor actor, MemberView member)
    {
        if (member.Role == Role.SuperAdmin)
            await EnsureNotLastAsync(actor);
        var (state, now) = (directory.State, directory.Now);
        if (state.BrakedAt is not null)
            throw Paused;
        var losses = ScimBrakeRules.Count(state.Losses, now) + 1;
        if (!ScimBrakeRules.IsReleased(state, now) && await AreTooManyAsync(actor, losses))
        {
            var braked = directory.Audit(AuditOrigin.Nobody, AuditActions.ScimPaused, Target);
            await directory.SaveAsync(state with { BrakedAt = now }, braked, new WarnOfBrake(now, losses - 1));
            throw Paused;
        }

        await directory.SaveAsync(directory.State with { Losses = ScimBrakeRules.WithOne(directory.State.Losses, now) });
    }

    public Task ReleaseAsync(AuditOrigin by) =>
        directory.State.BrakedAt is null
            ? Task.CompletedTask
            : directory.SaveAsync(
                directory.State with
                {
                    BrakedAt = null,
                    Losses = [],
                    ReleasedUntil = directory.Now + ScimBrakeRules.Release,
                },
                directory.Audit(by, AuditActions.ScimResumed, Target)
            );

    private async Task EnsureNotLastAsync(Actor actor)
    {
        var all = await members.ReadAllAsync(actor);
        if (all.Values.Count(other => other is { Role: Role.SuperAdmin, Status: MemberStatus.Active }) == 1)
            throw new RefusedException(MemberErrors.LastSuperAdmin);
    }

    private static RefusedException Paused => new(ScimDirectoryErrors.Paused(ScimBrakeRules.RetryAfter));

    private AuditTarget Target => new(AuditTargetKinds.Directory, directory.CompanyId, "SCIM");

    private async Task<bool> AreTooManyAsync(Actor actor, int losses)
    {
        if (!ScimBrakeRules.AreMany(losses))
            return false;
        var active = (await members.ReadAllAsync(actor)).Values.Count(member => member.Status == MemberStatus.Active);
        return ScimBrakeRules.AreTooMany(losses, active + losses - 1);
    }
}
