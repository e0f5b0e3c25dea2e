using System.Text;

namespace Orleans.Sqlite;

/// <summary>
/// Keys travel to and from SQLite as UTF-8 bytes and are cast to text inside it, for a string bound as such ends at its
/// first NUL, and two keys would become one. For the same reason a lone surrogate is refused, not replaced.
/// </summary>
internal static class KeyText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The bytes of <paramref name="key"/>; <see cref="ArgumentException"/> when it is not well-formed Unicode.
    /// </summary>
    public static byte[] Encode(string key) => Strict.GetBytes(key);

    public static string Decode(byte[] key) => Strict.GetString(key);
}
