using Kayse.Grains.Domains;
using Kayse.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Silo.NameServers;

/// <summary>Registers what asks the DNS.</summary>
internal static class DnsServices
{
    /// <summary>Adds the one <see cref="ITxtRecords"/>; it finds its name servers when first used.</summary>
    public static IServiceCollection AddDns(this IServiceCollection services)
    {
        services.AddValidatedOptions<DnsOptions, DnsOptionsValidator>(DnsOptions.Section);
        return services.AddSingleton<ITxtRecords, DnsTxtRecords>();
    }
}
