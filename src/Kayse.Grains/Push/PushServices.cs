using Kayse.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Push;

/// <summary>Registers the feature.</summary>
internal static class PushServices
{
    /// <summary>Settings and secrets; how messages leave is up to the host.</summary>
    public static IServiceCollection AddPush(this IServiceCollection services)
    {
        services.AddValidatedOptions<PushOptions, PushOptionsValidator>(PushOptions.Section);
        return services.AddSingleton<PushSecrets>().AddSingleton<PushDelivery>();
    }
}
