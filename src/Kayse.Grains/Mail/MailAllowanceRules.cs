using System.Security.Cryptography;
using System.Text;

namespace Kayse.Grains.Mail;

internal static class MailAllowanceRules
{
    /// <summary>The id of an address in the list; it doesn't give the address away.</summary>
    public static string IdOf(string address) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, 16));

    /// <summary>The mails that count now.</summary>
    public static IReadOnlyList<CountedMail> Recent(MailAllowanceRecord? record, MailAllowanceOptions options, DateTimeOffset now) =>
        [.. (record?.Mails ?? []).Where(mail => now < mail.At + options.Window)];

    /// <summary>How long until one more mail is allowed; null when it is now.</summary>
    /// <param name="recent">The mails that count, oldest first.</param>
    /// <param name="options">The limit.</param>
    /// <param name="now">The time.</param>
    public static TimeSpan? WaitFor(IReadOnlyList<CountedMail> recent, MailAllowanceOptions options, DateTimeOffset now) =>
        options.Limit == 0 || recent.Count < options.Limit ? null : recent[^options.Limit].At + options.Window - now;
}
