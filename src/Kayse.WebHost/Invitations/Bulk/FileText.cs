using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Kayse.Grains.Errors;

namespace Kayse.WebHost.Invitations.Bulk;

/// <summary>
/// The text of an uploaded file, which must be UTF-8: a guess at another encoding would garble names.
/// </summary>
internal static class FileText
{
    private const string HowTo = "Save it as UTF-8 (in Excel: \"CSV UTF-8\").";

    /// <summary>The text, without a byte order mark; refuses bytes that are no UTF-8 and says where.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, .. var rest])
            bytes = rest;
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw Refusal($"The file is UTF-16. {HowTo}");
        var text = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes, text, out var read, out var written, replaceInvalidSequences: false);
        if (status != OperationStatus.Done)
            throw Refusal($"Line {LineOf(bytes, read)} of the file is not UTF-8. {HowTo}");
        if (bytes.IndexOf((byte)0) is var zero and >= 0)
            throw Refusal($"Line {LineOf(bytes, zero)} of the file holds a zero byte, so this is not a text. {HowTo}");
        return new string(text, 0, written);
    }

    private static string LineOf(ReadOnlySpan<byte> bytes, int index) =>
        (bytes[..index].Count((byte)'\n') + 1).ToString(CultureInfo.InvariantCulture);

    private static RefusedException Refusal(string message) => new(InvitationFileErrors.Unreadable(message));
}
