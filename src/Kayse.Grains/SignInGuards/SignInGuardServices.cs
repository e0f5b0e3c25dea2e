using Kayse.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.SignInGuards;

/// <summary>Registers the feature.</summary>
internal static class SignInGuardServices
{
    /// <summary>The limits for wrong passwords and codes.</summary>
    public static IServiceCollection AddSignInGuards(this IServiceCollection services)
    {
        services.AddValidatedOptions<SignInGuardOptions, SignInGuardOptionsValidator>(SignInGuardOptions.Section);
        return services;
    }
}
