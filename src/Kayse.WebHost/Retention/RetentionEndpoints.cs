using Kayse.Grains.ApiKeys;
using Kayse.Grains.Retention;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Versions;

namespace Kayse.WebHost.Retention;

/// <summary>How long a company keeps what (CO-14).</summary>
internal static class RetentionEndpoints
{
    public static void MapRetention(this RouteGroupBuilder api)
    {
        var retention = api.MapGroup("/companies/{company}/retention").WithTags("Company").Refuses("forbidden", "not_found");
        retention.MapGet("", GetRetentionAsync).Allows(Who.Holding(), keys: ApiKeyPermissions.Read);
        retention.MapPut("", SetRetentionAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin, stepUp: StepUpNeeded.OfSessions);
    }

    /// <summary>Get retention periods</summary>
    /// <remarks>Returns how long the company keeps data, and what it can choose. Available to all of its members.</remarks>
    public static async Task<Versioned<RetentionResponse>> GetRetentionAsync(string company, Caller caller, IGrainFactory grains) =>
        Show(await caller.Company<ICompanyRetentionGrain>(grains, company).GetRetentionAsync(caller.Actor));

    /// <summary>Set retention periods</summary>
    /// <remarks>
    /// Replaces all of them. What is older than its period is no longer returned from then on, and deleted from storage
    /// within 30 days. The audit log is the exception: its entries stay until they are deleted, once a day and for the
    /// first time a day after a change. It then begins with a later entry, says so in an entry of its own, and can still
    /// be verified. Only Super Admins can change the period of the audit log.
    /// </remarks>
    public static async Task<Versioned<RetentionResponse>> SetRetentionAsync(
        string company,
        Body<RetentionRequest> body,
        IfMatch match,
        Caller caller,
        IGrainFactory grains
    ) =>
        Show(
            await caller
                .Company<ICompanyRetentionGrain>(grains, company)
                .SetRetentionAsync(caller.Actor, body.Value.ToCommand(match.Version))
        );

    private static Versioned<RetentionResponse> Show(RetentionView view) => Versioned.Ok(RetentionResponse.Of(view), view.Version);
}
