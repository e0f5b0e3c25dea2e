using Kayse.Client;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="IKayseClient"/>.</summary>
public static class KayseClientServices
{
    /// <summary>Adds <see cref="IKayseClient"/>, a singleton. Its options are checked when the host starts.</summary>
    public static IServiceCollection AddKayseClient(this IServiceCollection services, Action<KayseClientOptions> configure)
    {
        services.AddOptions<KayseClientOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KayseClientOptions>, KayseClientOptionsValidator>());
        if (services.Any(service => service.ServiceType == typeof(IKayseClient)))
            return services;
        services.AddKayseHttp(KayseClient.HttpClientName, Options);
        return services.AddSingleton<IKayseClient>(provider => new KayseClient(
            new KayseCalls(provider.GetRequiredService<IHttpClientFactory>(), KayseClient.HttpClientName, Options(provider).Token)
        ));
    }

    private static KayseClientOptions Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<KayseClientOptions>>().Value;
}
