using Kayse.Client;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers authentication by Kayse.</summary>
public static class KayseAuthenticationServices
{
    /// <summary>
    /// Accepts Kayse sessions and API keys, asking Kayse on every request, and policies named <c>kayse:</c> and a
    /// permission. A policy provider of the app's own must be registered before.
    /// </summary>
    /// <param name="authentication">Where the scheme is added.</param>
    /// <param name="configure">At least <see cref="KayseAuthenticationOptions.Address"/>; null: as
    /// <see cref="KayseClientOptions"/> says.</param>
    /// <param name="scheme">The scheme's name.</param>
    public static AuthenticationBuilder AddKayse(
        this AuthenticationBuilder authentication,
        Action<KayseAuthenticationOptions>? configure = null,
        string scheme = KayseDefaults.AuthenticationScheme
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        var services = authentication.Services;
        services
            .AddOptions<KayseAuthenticationOptions>(scheme)
            .PostConfigure<IOptions<KayseClientOptions>>((options, client) => options.Address ??= client.Value.Address)
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SessionChecks>();
        services.AddKayseHttp(
            SessionChecks.HttpClientNameOf(scheme),
            provider => provider.GetRequiredService<IOptionsMonitor<KayseAuthenticationOptions>>().Get(scheme)
        );
        services.AddAuthorization();
        services.Configure<KayseSchemes>(schemes => schemes.Names.Add(scheme));
        services.AddKaysePolicies();
        return authentication.AddScheme<KayseAuthenticationOptions, KayseAuthenticationHandler>(scheme, configure);
    }

    private static void AddKaysePolicies(this IServiceCollection services)
    {
        if (services.Any(service => service.ImplementationType == typeof(KaysePolicyMark)))
            return;
        services.AddSingleton<KaysePolicyMark>();
        var others = services.Last(service => service.ServiceType == typeof(IAuthorizationPolicyProvider));
        services.Replace(
            ServiceDescriptor.Singleton<IAuthorizationPolicyProvider>(provider => new KaysePolicyProvider(
                Create(provider, others),
                provider.GetRequiredService<IOptions<KayseSchemes>>()
            ))
        );
    }

    private static IAuthorizationPolicyProvider Create(IServiceProvider provider, ServiceDescriptor of) =>
        (IAuthorizationPolicyProvider)(
            of.ImplementationInstance
            ?? of.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, of.ImplementationType!)
        );

    private sealed class KaysePolicyMark;
}
