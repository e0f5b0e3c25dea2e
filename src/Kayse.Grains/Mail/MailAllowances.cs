using Kayse.Grains.Errors;

namespace Kayse.Grains.Mail;

internal static class MailAllowances
{
    /// <summary>Takes a place among the mails that an address may get now; refuses <c>rate_limited</c>. For the same mail it may be repeated.</summary>
    public static async Task EnsureMayBeMailedAsync(this IGrainFactory grains, string address, string mailId)
    {
        if (await grains.GetGrain<IMailAllowanceGrain>(MailAllowanceShards.For(address)).TakeAsync(address, mailId) is { } retryAfter)
            throw new RefusedException(GeneralErrors.RateLimited(retryAfter));
    }
}
