namespace Kayse.Grains.Mail;

/// <summary>
/// How many mails one mailbox may get because somebody wants it to (IN-12), over all companies; durable, keyed by shard
/// (<see cref="MailAllowanceShards"/>). Asked by whoever is about to send such a mail, before anything of it is stored.
/// </summary>
[Alias("kayse.mail-allowance")]
public interface IMailAllowanceGrain : IGrainWithStringKey
{
    /// <summary>
    /// Takes a place among the mails that an address may get now: null when there was one, else after how long to come
    /// back. On disk when the task completes. A mail of the same id takes one place only, so this may be repeated.
    /// </summary>
    /// <param name="address">Normalised, and the same for every way to write the mailbox.</param>
    /// <param name="mailId">The mail's, as the outbox will know it.</param>
    [Alias("take")]
    Task<TimeSpan?> TakeAsync(string address, string mailId);
}

/// <summary>How addresses are spread over <see cref="IMailAllowanceGrain"/>s.</summary>
public static class MailAllowanceShards
{
    private const int Count = 16;

    /// <summary>The key of the grain that counts for this address; the same always.</summary>
    public static string For(string address) =>
        (GrainId.Create("mail-allowance", address).GetUniformHashCode() % Count).ToString(
            System.Globalization.CultureInfo.InvariantCulture
        );
}
