using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Http.Callers;

/// <summary>Ends the session that makes a request, and takes its cookie away.</summary>
internal static class SignOutFlow
{
    // What the browser keeps of the person's pages and photos. Not its cookies: the session's is taken away by itself,
    // and that of a trusted device is to stay.
    private const string ClearSiteData = "\"cache\", \"storage\"";

    public static async Task SignOutAsync(Caller caller, IGrainFactory grains, HttpContext context)
    {
        try
        {
            await caller.User<ISessionsGrain>(grains).EndSessionAsync(caller.SessionId, SessionEndReason.SignedOut);
        }
        catch (RefusedException refused) when (refused.Refusal == GeneralErrors.NotFound)
        {
            // It ended in the meantime, which is what was asked for.
        }

        if (SessionCookie.Read(context.Request) is not null)
            context.Response.Headers["Clear-Site-Data"] = ClearSiteData;
        SessionCookie.Clear(context);
    }
}
