using System.Globalization;
using System.Text;

namespace Kayse.Silo.AzureStorage;

/// <summary>
/// Names for the blobs of states: <c>state-type/key.json</c>, as Orleans composes them, with each part encoded, so that
/// every grain has a name of its own, which any blob may have and which can be read back. A key may be an email
/// address, with slashes, dots and any letters.
/// </summary>
internal static class GrainBlobNames
{
    private const string Extension = ".json";
    private const char Escape = '=';

    /// <summary>A state's name without anything that Orleans puts between the parts.</summary>
    public static string Of(string stateName) => Encode(Encoding.UTF8.GetBytes(stateName));

    /// <summary>Likewise a grain's id.</summary>
    public static GrainId Of(GrainId grain) =>
        GrainId.Create(GrainType.Create(Encode(grain.Type.AsSpan())), IdSpan.Create(Encode(grain.Key.AsSpan())));

    /// <summary>
    /// The state's name and the grain's id that a blob's name was made of; null when it was made of none.
    /// </summary>
    public static (string StateName, GrainId Grain)? Read(string blobName)
    {
        var (dash, slash) = (blobName.IndexOf('-', StringComparison.Ordinal), blobName.IndexOf('/', StringComparison.Ordinal));
        if (dash < 0 || slash < dash || !blobName.EndsWith(Extension, StringComparison.Ordinal))
            return null;
        return (
            Encoding.UTF8.GetString(Decode(blobName[..dash])),
            new GrainId(new GrainType(Decode(blobName[(dash + 1)..slash])), new IdSpan(Decode(blobName[(slash + 1)..^Extension.Length])))
        );
    }

    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var value in bytes)
        {
            if (char.IsAsciiLetterOrDigit((char)value) || (char)value is '@' or '_')
                text.Append((char)value);
            else
                text.Append(Escape).Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private static byte[] Decode(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != Escape)
                bytes.Add((byte)text[at]);
            else
                bytes.Add(byte.Parse(text.AsSpan(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            at += text[at] == Escape ? 2 : 0;
        }

        return [.. bytes];
    }
}
