using Microsoft.AspNetCore.Http.Features;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>What a browser posts: a response in base64, and what we gave the provider to send along.</summary>
internal sealed record SamlPost(byte[] Xml, string? RelayState)
{
    private const string MediaType = "application/x-www-form-urlencoded";

    // In a form, base64 may take three times its length.
    private const int LargestForm = 1024 * 1024;

    /// <summary>Null when it is something else.</summary>
    public static async Task<SamlPost?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentType?.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase) != true)
            return null;
        try
        {
            var form = await request.ReadFormAsync(
                new FormOptions
                {
                    BufferBodyLengthLimit = LargestForm,
                    ValueLengthLimit = LargestForm,
                    KeyLengthLimit = 100,
                    ValueCountLimit = 10,
                },
                ct
            );
            return form["SAMLResponse"] is [{ Length: > 0 } response]
                ? new SamlPost(Convert.FromBase64String(response), form["RelayState"] is [var state] ? state : null)
                : null;
        }
        catch (Exception failed) when (failed is FormatException or InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
