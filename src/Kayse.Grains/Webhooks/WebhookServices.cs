using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Webhooks;

/// <summary>Registers the feature.</summary>
internal static class WebhookServices
{
    /// <summary>How events leave is up to the host.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services) =>
        services.AddSingleton<WebhookSecrets>().AddSingleton<WebhookMeter>().AddSingleton<WebhookAttempts>();
}
