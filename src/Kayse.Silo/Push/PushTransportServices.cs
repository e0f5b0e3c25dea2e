using Kayse.Grains.Push;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Silo.Push;

internal static class PushTransportServices
{
    public static IServiceCollection AddPushTransport(this IServiceCollection services) =>
        services.AddSingleton<IPushTransport, WebPushTransport>();
}
