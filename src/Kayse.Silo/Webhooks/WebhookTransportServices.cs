using Kayse.Grains.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Silo.Webhooks;

internal static class WebhookTransportServices
{
    public static IServiceCollection AddWebhookTransport(this IServiceCollection services) =>
        services.AddSingleton<IWebhookTransport, WebhookTransport>();
}
