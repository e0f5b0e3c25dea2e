using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kayse.Grains.Usage;

/// <summary>
/// By what an event is known again for 62 days. Two ids of a company have the same fingerprint less often than once in
/// a million years.
/// </summary>
internal static class UsageFingerprint
{
    public static ulong OfId(UsageEvent used) =>
        BitConverter.ToUInt64(Hash(string.Create(CultureInfo.InvariantCulture, $"{(int)used.Metric}\n{used.Id}")));

    public static uint OfContent(UsageEvent used) =>
        BitConverter.ToUInt32(
            Hash(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{used.Quantity:0.######}\n{used.At?.UtcTicks}\n{used.UserId}\n{used.AgentId}\n{used.Corrects}"
                )
            )
        );

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
