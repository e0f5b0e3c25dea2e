using Kayse.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Passwords;

/// <summary>Registers the feature.</summary>
internal static class PasswordServices
{
    /// <summary>Hashing, its settings, and a warning at start when hashes are weaker than they should be.</summary>
    public static IServiceCollection AddPasswords(this IServiceCollection services)
    {
        services.AddValidatedOptions<PasswordOptions, PasswordOptionsValidator>(PasswordOptions.Section);
        return services.AddSingleton<PasswordHashing>().AddHostedService<WeakHashingWarning>();
    }
}
