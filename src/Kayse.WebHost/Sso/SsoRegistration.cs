using Kayse.WebHost.Sso.Oidc;

namespace Kayse.WebHost.Sso;

internal static class SsoRegistration
{
    public static void AddSso(this IServiceCollection services)
    {
        services.AddSingleton<SsoAttempts>();
        services.AddSingleton<SsoFlow>();
        services.AddOidc();
    }
}
