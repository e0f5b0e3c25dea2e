using System.Security.Cryptography;
using System.Text;

namespace Kayse.Grains.Mail;

internal static class MailAllowanceRules
{
    /// <summary>The id of an address in the list.</summary>
    public static string IdOf(string address) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, 16));

    /// <summary>The mails that still count.</summary>
    public static IReadOnlyList<CountedMail> Recent(MailAllowanceRecord? known, MailAllowanceOptions options, DateTimeOffset now) =>
        [.. (known?.Mails ?? []).Where(mail => now < mail.At + options.Window)];

    /// <summary>After how long there is room for one more; null when there is now.</summary>
    public static TimeSpan? WaitFor(IReadOnlyList<CountedMail> recent, MailAllowanceOptions options, DateTimeOffset now) =>
        options.Limit == 0 || recent.Count < options.Limit ? null : recent[^options.Limit].At + options.Window - now;
}
