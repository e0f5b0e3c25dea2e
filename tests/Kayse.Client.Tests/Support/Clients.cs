using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Client.Tests.Support;

internal static class Clients
{
    public static readonly Uri Address = new("https://kayse.example");

    /// <summary>A client of the stub, with a token unless the options say otherwise.</summary>
    public static IKayseClient Of(HttpMessageHandler kayse, Action<KayseClientOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddKayseClient(options =>
        {
            options.Address = Address;
            options.Token = "kayse_key";
            configure?.Invoke(options);
        });
        services.AddHttpClient(KayseClient.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => kayse);
        return services.BuildServiceProvider().GetRequiredService<IKayseClient>();
    }
}
