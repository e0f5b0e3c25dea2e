using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso;

/// <summary>
/// Hands over what came of a POST from an identity provider, which brings no cookie, to a GET of the same browser, which
/// does.
/// </summary>
internal static class SsoOutcomes
{
    /// <summary>
    /// Under this name an attempt's <see cref="SsoAttempt.Secrets"/> hold what <see cref="SsoOutcome.AttemptId"/> has to be:
    /// the id of the request that the provider answers.
    /// </summary>
    public const string AttemptId = "attempt-id";

    /// <summary>Keeps the outcome, and answers where the browser is to fetch it.</summary>
    public static async Task<IResult> KeepAsync(IGrainFactory grains, string connectionId, SsoOutcome outcome)
    {
        var code = SsoAttempt.NewId();
        await grains.GetGrain<ISsoOnceGrain>(SsoOnceKeys.Of(connectionId, code)).KeepAsync(code, outcome);
        return new SeeOtherResult($"/sso/complete?code={code}");
    }
}
