using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Sso;

internal static class SsoServices
{
    public static IServiceCollection AddSso(this IServiceCollection services) => services.AddSingleton<SsoSecrets>();
}
