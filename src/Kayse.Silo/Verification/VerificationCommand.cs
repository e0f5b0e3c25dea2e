using System.Globalization;

namespace Kayse.Silo.Verification;

/// <summary>
/// <c>verify-certificate FILE KEYS</c> and <c>verify-audit FILE</c>: what a host's program does instead of serving when
/// these are its first arguments. They need no installation.
/// </summary>
public static class VerificationCommand
{
    /// <summary>Whether these arguments ask for it.</summary>
    public static bool IsIn(IReadOnlyList<string> args) => args is ["verify-certificate" or "verify-audit", ..];

    /// <summary>Checks the file and says what it found.</summary>
    /// <exception cref="VerificationException">The file is not what it says, or can't be read.</exception>
    public static async Task RunAsync(string[] args, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        try
        {
            await (
                args switch
                {
                    ["verify-certificate", var file, var keys] => CertificateVerification.RunAsync(file, keys, output),
                    ["verify-audit", var file] => ExportVerification.RunAsync(file, earlier: null, output),
                    ["verify-audit", var file, var count, var hash]
                        when long.TryParse(count, CultureInfo.InvariantCulture, out var known) => ExportVerification.RunAsync(
                        file,
                        (known, hash),
                        output
                    ),
                    ["verify-audit", ..] => throw new VerificationException(
                        "Name the export, and the count and hash of an earlier check if you have them: verify-audit FILE [COUNT HASH]."
                    ),
                    _ => throw new VerificationException(
                        "Name the certificate and the file with the keys: verify-certificate FILE KEYS."
                    ),
                }
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new VerificationException(fault.Message, fault);
        }
    }
}
