using Kayse.Grains.ApiKeys;
using Kayse.Grains.Billing;
using Kayse.Grains.Members;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Versions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Billing;

/// <summary>How a company pays (CO-10).</summary>
internal static class BillingEndpoints
{
    private static readonly Who _readers = Who.Holding(Permissions.ReadBilling);
    private static readonly Who _managers = Who.Holding(Permissions.ManageBilling);

    public static void MapBilling(this RouteGroupBuilder api)
    {
        var company = api.MapGroup("/companies/{company}").WithTags("Billing").Refuses("forbidden", "not_found");
        company
            .MapGet("/billing-preferences", GetPreferencesAsync)
            .Allows(_readers, keys: ApiKeyPermissions.Read, onlyKeysOfPeople: true);
        company
            .MapPut("/billing-preferences", SetPreferencesAsync)
            .Allows(_managers, keys: ApiKeyPermissions.Admin, onlyKeysOfPeople: true);
        company.MapGet("/wallet", GetWalletAsync).Allows(_readers, keys: ApiKeyPermissions.Read, onlyKeysOfPeople: true);
        company.MapPost("/wallet/refills", RefillWalletAsync).Allows(_managers, keys: ApiKeyPermissions.Write, onlyKeysOfPeople: true);
    }

    /// <summary>Get billing preferences</summary>
    /// <remarks>
    /// With what the company has spent this month. Amounts are in minor units of the currency, such as cents. They are
    /// null when this installation has no prices.
    /// </remarks>
    public static async Task<Versioned<BillingPreferencesResponse>> GetPreferencesAsync(
        string company,
        Caller caller,
        IGrainFactory grains
    ) => Show(await caller.Company<ICompanyBillingGrain>(grains, company).GetPreferencesAsync(caller.Actor));

    /// <summary>Set billing preferences</summary>
    /// <remarks>
    /// Replaces all of them. When spending reaches 80% of the cap, and again when it reaches all of it, or when the month
    /// is expected to exceed it, the alert recipients get an email: once a month for each, and again after the cap was
    /// raised. Service continues in any case.
    /// </remarks>
    public static async Task<Versioned<BillingPreferencesResponse>> SetPreferencesAsync(
        string company,
        Body<BillingPreferencesRequest> body,
        IfMatch match,
        Caller caller,
        IGrainFactory grains
    ) =>
        Show(
            await caller
                .Company<ICompanyBillingGrain>(grains, company)
                .SetPreferencesAsync(caller.Actor, body.Value.ToCommand(match.Version))
        );

    /// <summary>Get the wallet</summary>
    /// <remarks>
    /// The balance and its history, newest first. While the company pays from its wallet, what a month has cost is taken
    /// from it when the month is over. The balance may be negative: service continues.
    /// </remarks>
    [Refuses("validation_failed")]
    public static async Task<Ok<WalletResponse>> GetWalletAsync(
        string company,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            WalletResponse.Of(await caller.Company<ICompanyBillingGrain>(grains, company).GetWalletAsync(caller.Actor, page.ToRequest()))
        );

    /// <summary>Refill the wallet</summary>
    /// <remarks>
    /// Records a payment. It counts once however often it is sent: a repetition gets the same entry, and one with another
    /// amount is refused with <c>payment_mismatch</c>.
    /// </remarks>
    [Refuses("payment_mismatch", "wallet_full")]
    public static async Task<Created<WalletEntryResponse>> RefillWalletAsync(
        string company,
        Body<RefillWalletRequest> body,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Created(
            (string?)null,
            WalletEntryResponse.Of(
                await caller.Company<ICompanyBillingGrain>(grains, company).RefillWalletAsync(caller.Actor, body.Value.ToCommand())
            )
        );

    private static Versioned<BillingPreferencesResponse> Show(BillingPreferencesView view) =>
        Versioned.Ok(BillingPreferencesResponse.Of(view), view.Version);
}
