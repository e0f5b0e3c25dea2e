using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.State;

namespace Kayse.Grains.Sso;

/// <summary>Executes what follows from changes of a company's single sign-on. Each may be executed again.</summary>
internal sealed class SsoSteps(string companyId, Func<CompanySsoState> read, IGrainFactory grains, TimeProvider clock)
{
    public async Task<StepResult> ExecuteAsync(SsoStep step)
    {
        await (
            step switch
            {
                ApplyRequirement => ApplyAsync(),
                RemoveConnection(var protocol) => grains
                    .GetGrain<ISsoConnectionGrain>(SsoConnectionIds.Of(companyId, protocol))
                    .RemoveAsync(),
                RecordSsoChange(var audit) => grains.GetGrain<IAuditLogGrain>(companyId).AppendAsync([audit]),
                TellSuperAdmins news => TellAsync(news),
                _ => throw new InvalidOperationException($"Unknown step {step.GetType().Name}."),
            }
        );
        return StepResult.Done;
    }

    private Task ApplyAsync()
    {
        var state = read();
        return grains.GetGrain<ICompanySsoRequirementGrain>(companyId).RequireSsoAsync(state.Enforced ? state.BreakGlassUserIds : null);
    }

    private Task TellAsync(TellSuperAdmins news)
    {
        _ = clock;
        return Task.CompletedTask;
    }
}
