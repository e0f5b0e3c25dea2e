using System.Globalization;

namespace Kayse.Silo.PostgreSql;

/// <summary>Grain ids as text that PostgreSQL can hold: it has no U+0000.</summary>
internal static class GrainIdText
{
    /// <summary>
    /// An id whose key is the text of the whole id, and which Orleans' ADO.NET storage therefore keeps as it is.
    /// </summary>
    public static GrainId Of(GrainId grainId) => GrainId.Create(grainId.Type, IdSpan.Create(Escape(grainId.ToString())));

    /// <summary>The id that a stored text was made of.</summary>
    public static GrainId Parse(string text) => GrainId.Parse(Unescape(text), CultureInfo.InvariantCulture);

    private static string Escape(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\0", "%00", StringComparison.Ordinal);

    private static string Unescape(string text) =>
        text.Replace("%00", "\0", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
}
