using System.Globalization;
using System.Text.Json;
using Kayse.Grains.Privacy;

namespace Kayse.Silo.Verification;

/// <summary>Checks a deletion certificate by the keys that its installation publishes.</summary>
internal static class CertificateVerification
{
    private const int MostBytes = 1024 * 1024;

    public static async Task RunAsync(string file, string keysFile, TextWriter output)
    {
        var keys = KeysIn(await ReadAsync(keysFile));
        var certificate =
            SignedCertificate.Verify((await ReadAsync(file)).Trim(), keys)
            ?? throw new VerificationException("The certificate is not valid: none of these keys has signed it as it is.");
        await output.WriteLineAsync("The certificate is valid.");
        await output.WriteLineAsync($"Issued by:    {certificate.Issuer}");
        await output.WriteLineAsync($"Reference:    {certificate.Reference}");
        await output.WriteLineAsync($"Deleted at:   {certificate.DeletedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}");
        await output.WriteLineAsync($"Requested by: {certificate.RequestedBy}");
        await WriteAsync(output, "Erased:", certificate.Erased);
        await WriteAsync(output, "Kept:", certificate.Kept);
    }

    private static async Task WriteAsync(TextWriter output, string title, IReadOnlyList<string> lines)
    {
        await output.WriteLineAsync(title);
        foreach (var line in lines)
            await output.WriteLineAsync($"  - {line}");
    }

    private static async Task<string> ReadAsync(string file) =>
        new FileInfo(file) is { Exists: true, Length: > MostBytes }
            ? throw new VerificationException($"{file} is too large.")
            : await File.ReadAllTextAsync(file);

    private static List<CertificateKey> KeysIn(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return
            [
                .. document
                    .RootElement.GetProperty("keys")
                    .EnumerateArray()
                    .Select(key => new CertificateKey(Text(key, "kid"), Text(key, "x"), Text(key, "y"))),
            ];
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new VerificationException("The file with the keys is not a JSON Web Key Set.", fault);
        }
    }

    private static string Text(JsonElement key, string member) => key.GetProperty(member).GetString() ?? "";
}
