using Kayse.Silo.Outbound;

namespace Kayse.WebHost.Sso.Oidc;

internal static class OidcRegistration
{
    public static void AddOidc(this IServiceCollection services)
    {
        services.AddSingleton<OidcAddress>();
        services.AddSingleton(provider => new OidcProviders(ClientOf(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new OidcTokenClient(ClientOf(provider)));
        services.AddSingleton<OidcVerification>();
        services.AddSingleton<ISsoProtocolFlow, OidcFlow>();
    }

    private static HttpClient ClientOf(IServiceProvider provider) => provider.GetRequiredService<OutboundGuard>().NewClient();
}
