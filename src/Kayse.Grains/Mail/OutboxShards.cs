using System.Globalization;

namespace Kayse.Grains.Mail;

/// <summary>
/// How mails are spread over outbox grains. Never to be changed: mail that waits is looked for where this says, also
/// after an upgrade.
/// </summary>
internal static class OutboxShards
{
    private const int Count = 16;

    private static readonly uint _outbox = Hash("outbox") * 31;

    /// <summary>The key of the outbox that has the mail of this id; the same always.</summary>
    public static string For(string mailId)
    {
        ArgumentNullException.ThrowIfNull(mailId);
        return (unchecked(_outbox + Hash(mailId)) % Count).ToString(CultureInfo.InvariantCulture);
    }

    // FNV-1a over UTF-16, its bits mixed at the end: the runtime's own hash of a grain id may change with its version.
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 16777619u);
        hash ^= hash >> 16;
        hash = unchecked(hash * 0x85ebca6bu);
        return hash ^ (hash >> 13);
    }
}
