using Kayse.Grains.Companies;
using Kayse.Grains.Members;

namespace Kayse.WebHost.Http.Callers;

/// <summary>
/// What a member needs to use an endpoint of a company, as metadata on it; every member may use one that doesn't say.
/// The company decides each command by its own rules: this is for requests that never become one.
/// </summary>
internal static class CompanyAccess
{
    public const string RouteValue = "company";

    /// <summary>States that the endpoints are for who holds any of the permissions.</summary>
    public static TBuilder ForHoldersOf<TBuilder>(this TBuilder builder, params string[] anyOf)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new CompanyRight(Role.User, anyOf));

    /// <summary>States that the endpoints are for Admins and above.</summary>
    public static TBuilder ForAdmins<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new CompanyRight(Role.Admin, []));

    /// <summary>States that the endpoints are for Super Admins.</summary>
    public static TBuilder ForSuperAdmins<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new CompanyRight(Role.SuperAdmin, []));

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
