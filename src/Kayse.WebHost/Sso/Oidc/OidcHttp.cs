using Kayse.Silo.Outbound;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>Asks providers, and says what went wrong instead of failing.</summary>
internal static class OidcHttp
{
    /// <summary>The status and body of an answer. Refuses at a check when there is none.</summary>
    public static async Task<(int Status, byte[] Body)> AskAsync(
        HttpClient http,
        HttpRequestMessage request,
        OidcStep step,
        CancellationToken ct
    )
    {
        try
        {
            using var response = await http.SendAsync(request, ct);
            return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(ct));
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException || IsTimeout(failed, ct))
        {
            var why = (failed as OutboundException)?.Message;
            throw new OidcRefusedException(step, $"{request.RequestUri} can't be reached. {why}".TrimEnd(), "issuer");
        }
    }

    /// <summary>Whether a status says that all went well.</summary>
    public static bool IsSuccess(int status) => status is >= 200 and < 300;

    // A connection that isn't made in time is given up by the client, not by who waits.
    private static bool IsTimeout(Exception failed, CancellationToken ct) =>
        failed is OperationCanceledException && !ct.IsCancellationRequested;
}
