using Kayse.WebHost.Sso.Oidc;
using Kayse.WebHost.Sso.Saml;

namespace Kayse.WebHost.Sso;

internal static class SsoRegistration
{
    public static void AddSso(this IServiceCollection services)
    {
        services.AddSingleton<SsoAttempts>();
        services.AddSingleton<SsoFlow>();
        services.AddOidc();
        services.AddSingleton<ISsoProtocolFlow, SamlFlow>();
        services.AddSingleton<SamlAcs>();
        services.AddSingleton<SamlSetup>();
    }
}
