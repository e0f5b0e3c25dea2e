using System.Security.Cryptography;
using System.Text;

namespace Kayse.Grains.Audit;

internal static class AuditNames
{
    /// <summary>Stands for a text in a record's name, which storage may not take just any text in.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
