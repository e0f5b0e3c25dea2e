using System.Diagnostics;
using System.Text.Json;

namespace Kayse.Testing;

/// <summary>Reads an <c>.eml</c> file with the parser that the mail server for tests uses.</summary>
public static class MailFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<ReceivedMail> ReadAsync(string path)
    {
        using var process = Process.Start(NodePeer.StartInfo("parse.mjs", path))!;
        var mail = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<ReceivedMail>(mail, Json)!;
    }
}
