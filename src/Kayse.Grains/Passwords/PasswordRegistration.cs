using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Passwords;

/// <summary>Registers the feature.</summary>
public static class PasswordRegistration
{
    /// <summary>
    /// Adds <see cref="PasswordHashing"/> with the settings under <see cref="PasswordOptions.Section"/>, checked at
    /// start.
    /// </summary>
    public static IServiceCollection AddPasswords(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<PasswordOptions>().BindConfiguration(PasswordOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PasswordOptions>, PasswordOptionsValidator>();
        services.AddSingleton<PasswordHashing>();
        services.AddHostedService<WeakHashingWarning>();
        return services;
    }
}
