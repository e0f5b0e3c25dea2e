using Kayse.Grains.Directory;
using Kayse.Grains.Passwords;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;
using Kayse.WebHost.Http.RateLimits;

namespace Kayse.WebHost.Passwords;

/// <summary>
/// Mails a reset link to who has an account (US-3). Whether anybody has, nothing tells: the answer comes at a set time,
/// whatever was found and done by then, and neither a limit nor a fault changes it.
/// </summary>
internal sealed class ForgottenPasswordFlow(
    IGrainFactory grains,
    RequestLimits limits,
    TimeProvider clock,
    ILogger<ForgottenPasswordFlow> logger
)
{
    // Several times what finding the person and storing the link take, so that the link is on disk when the answer is
    // given.
    private static readonly TimeSpan _answerAfter = TimeSpan.FromMilliseconds(250);

    public async Task AskAsync(string email, CancellationToken ct)
    {
        // The machine's own time: it is what a stranger could measure.
        var answer = Task.Delay(_answerAfter, ct);
        _ = SendAsync(email);
        await answer;
    }

    private async Task SendAsync(string email)
    {
        try
        {
            await SendIfKnownAsync(email);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "A reset link could not be sent");
        }
    }

    private async Task SendIfKnownAsync(string email)
    {
        if (
            !EmailAddress.TryNormalize(email, out var address)
            || limits.TryTake(RateLimitKind.PasswordResetsPerAddress, address) is not null
        )
            return;
        if (await grains.GetGrain<IEmailAddressGrain>(address).GetUserIdAsync() is { } userId)
            await grains
                .GetGrain<ICredentialsGrain>(userId)
                .SendPasswordResetAsync(new SendPasswordReset(EntityId.New(clock), Company: null));
    }
}
