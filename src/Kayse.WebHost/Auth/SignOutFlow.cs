using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Auth;

/// <summary>Ends the session that makes a request, and takes its cookie away.</summary>
internal static class SignOutFlow
{
    public static async Task SignOutAsync(Caller caller, IGrainFactory grains, HttpContext context)
    {
        try
        {
            await caller.User(grains).EndSessionAsync(caller.SessionId, SessionEndReason.SignedOut);
        }
        catch (RefusedException refused) when (refused.Refusal == GeneralErrors.NotFound)
        {
            // It ended in the meantime, which is what was asked for.
        }

        SessionCookie.Clear(context);
    }
}
