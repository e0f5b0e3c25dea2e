using Kayse.Grains.Sso.Saml;
using Kayse.Silo.Outbound;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Silo.Sso;

/// <summary>Fetches metadata through the guard of outgoing requests, since admins name the addresses.</summary>
internal sealed class SamlMetadataSource(OutboundGuard guard) : ISamlMetadataSource
{
    public async Task<byte[]?> FetchAsync(string url, CancellationToken cancellationToken = default)
    {
        using var client = guard.NewClient();
        try
        {
            using var response = await client.GetAsync(new Uri(url), cancellationToken);
            return response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync(cancellationToken) : null;
        }
        catch (Exception failed) when (failed is HttpRequestException or UriFormatException)
        {
            return null;
        }
    }
}

/// <summary>Registers what fetches metadata.</summary>
internal static class SamlMetadataServices
{
    public static IServiceCollection AddSamlMetadata(this IServiceCollection services) =>
        services.AddSingleton<ISamlMetadataSource, SamlMetadataSource>();
}
