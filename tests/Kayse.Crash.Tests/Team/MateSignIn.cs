using Kayse.Crash.Http;

namespace Kayse.Crash.Team;

/// <summary>Signs a member in, with a code when one is asked for.</summary>
internal static class MateSignIn
{
    /// <summary>The last answer, and whether a code was asked for; null when that is not known.</summary>
    public static async Task<(Answer Answer, bool? Asked)> RunAsync(Func<Call, Task<Answer>> send, Teammate mate, string password)
    {
        var answer = await send(new Call(HttpMethod.Post, "auth/sign-in", null, new { email = mate.Email, password }));
        if (!answer.IsSuccess)
            return (answer, null);
        return answer.Text("status") == "two_factor_required"
            ? (
                await send(
                    new Call(
                        HttpMethod.Post,
                        "auth/two-factor",
                        null,
                        new { ticket = answer.Text("ticket"), code = mate.Factor.TakeCode() }
                    )
                ),
                true
            )
            : (answer, false);
    }
}
