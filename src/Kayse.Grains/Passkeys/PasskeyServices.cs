using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Passkeys;

internal static class PasskeyServices
{
    public static IServiceCollection AddPasskeys(this IServiceCollection services) =>
        services.AddSingleton<PasskeyRelyingParty>().AddSingleton<PasskeyChallenges>().AddSingleton<PasskeyVerifier>();
}
