using System.Globalization;

namespace Kayse.Grains.Privacy;

/// <summary>What the blob store has the parts of exports under.</summary>
internal static class DataExportParts
{
    public static string Key(string userId, string exportId, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"data-exports/{userId}/{exportId}/{part:d6}");
}
