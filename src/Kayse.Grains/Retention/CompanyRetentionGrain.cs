using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Members;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Retention;

[GrainType("company-retention")]
internal sealed class CompanyRetentionGrain(IOptions<RetentionOptions> options) : Grain, ICompanyRetentionGrain
{
    private static readonly CompanyRight _member = new(Role.User, []);
    private static readonly CompanyRight _admin = new(Role.Admin, []);
    private static readonly CompanyRight _superAdmin = new(Role.SuperAdmin, []);

    private string CompanyId => this.GetPrimaryKeyString();

    private IRetentionGrain Retention => GrainFactory.GetGrain<IRetentionGrain>(CompanyId);

    public async Task<RetentionView> GetRetentionAsync(Actor actor)
    {
        await EnsureAsync(actor, _member);
        return await Retention.GetAsync();
    }

    public async Task<RetentionView> SetRetentionAsync(Actor actor, SetRetention command)
    {
        await EnsureAsync(actor, _admin);
        RetentionRules.Check(command.Days, options.Value);
        var current = await Retention.GetAsync();
        // Whoever wants to hide what they did must not be able to shorten the log by themselves.
        if (current[RetentionKind.AuditLog].ChosenDays != command.Days.AuditLog)
            await EnsureAsync(actor, _superAdmin);
        return await Retention.SetAsync(command, await OriginOfAsync(actor));
    }

    private Task EnsureAsync(Actor actor, CompanyRight right) =>
        GrainFactory.GetGrain<ICompanyGrain>(CompanyId).EnsureRightAsync(actor, right);

    // The session id of the entry names the key.
    private async Task<AuditOrigin> OriginOfAsync(Actor actor)
    {
        var by = actor.IsServiceKey
            ? new AuditActor(null, "Service key")
            : new AuditActor(
                actor.UserId,
                (await GrainFactory.GetGrain<ICompanyMembersGrain>(CompanyId).GetMemberAsync(actor, actor.UserId)).FullName
            );
        return new AuditOrigin(by, actor.IpAddress, actor.SessionId);
    }
}
