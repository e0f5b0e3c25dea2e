using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Http.Callers;

/// <summary>
/// Who may not do what they ask for is told that, and nothing of what is wrong with how they ask. Bodies are read
/// before the company is asked, so when one is at fault, the company is asked whether the caller may use the route at
/// all. Requests in order cost nothing by it.
/// </summary>
internal sealed class AccessBeforeFaults(RequestDelegate next, IGrainFactory grains)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Request.RouteValues.ContainsKey(CompanyAccess.RouteValue) ? CheckAsync(context) : next(context);

    private async Task CheckAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception fault) when (IsOfRequest(fault))
        {
            await CompanyAccess.EnsureAsync(context, grains);
            throw;
        }
    }

    private static bool IsOfRequest(Exception fault) =>
        fault switch
        {
            RefusedException refused => ProblemTable.Find(refused.Code) is { Status: 400 or 413 or 415 or 422 },
            BadHttpRequestException => true,
            _ => false,
        };
}
