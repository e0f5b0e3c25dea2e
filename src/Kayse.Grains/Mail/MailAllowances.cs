using Kayse.Grains.Errors;

namespace Kayse.Grains.Mail;

internal static class MailAllowances
{
    /// <summary>
    /// Takes a place among the mails that an address may get now; refuses <c>rate_limited</c>. For the same mail it may
    /// be repeated.
    /// </summary>
    public static async Task EnsureMayBeMailedAsync(this IGrainFactory grains, string address, string mailId)
    {
        if (await grains.TakeAsync(address, mailId) is { } retryAfter)
            throw new RefusedException(GeneralErrors.RateLimited(retryAfter));
    }

    /// <summary>The same without a refusal: whether there was a place.</summary>
    public static async Task<bool> MayBeMailedAsync(this IGrainFactory grains, string address, string mailId) =>
        await grains.TakeAsync(address, mailId) is null;

    private static Task<TimeSpan?> TakeAsync(this IGrainFactory grains, string address, string mailId)
    {
        var mailbox = MailboxAddress.Of(address);
        return grains.GetGrain<IMailAllowanceGrain>(MailAllowanceShards.For(mailbox)).TakeAsync(mailbox, mailId);
    }
}
