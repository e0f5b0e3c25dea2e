using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kayse.Grains.Notifications;

/// <summary>
/// The ids of messages, of which Message-IDs are made: the same for the same window, so that what is sent again after a
/// crash is known by it.
/// </summary>
internal static class MessageIds
{
    /// <param name="userId">Who gets it.</param>
    /// <param name="companyId">The company that it is about.</param>
    /// <param name="channel">How.</param>
    /// <param name="end">The end of the window: the boundary of the digest, or when what was held came free.</param>
    /// <param name="first">The number of the first event in it, as there may be several.</param>
    public static string Of(string userId, string companyId, NotificationChannel channel, DateTimeOffset end, long first)
    {
        var window = string.Create(CultureInfo.InvariantCulture, $"{userId}\n{companyId}\n{channel}\n{end.UtcDateTime:O}\n{first}");
        return $"notification-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(window)).AsSpan(0, 16))}";
    }
}
