using Kayse.Grains.Companies;

namespace Kayse.WebHost.Http.Callers;

/// <summary>Asks the company in the route whether the caller may use the endpoint.</summary>
internal static class CompanyAccess
{
    public const string RouteValue = "company";

    /// <summary>
    /// Refuses a caller who may not use the endpoint in the company that the route names; nothing where it names none.
    /// </summary>
    public static async Task EnsureAsync(HttpContext context, IGrainFactory grains)
    {
        if (context.Request.RouteValues[RouteValue] is not string company || context.Features.Get<Caller>() is not { } caller)
            return;
        var right = context.GetEndpoint()?.Metadata.GetMetadata<CompanyRight>() ?? CompanyRight.OfMembers;
        await caller.Company<ICompanyGrain>(grains, company).EnsureRightAsync(caller.Actor, right);
    }
}
