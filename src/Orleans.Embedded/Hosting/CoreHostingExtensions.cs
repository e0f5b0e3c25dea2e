using System.Net;

namespace Orleans.Hosting;

/// <summary>Clustering, as far as one process has any.</summary>
public static class CoreHostingExtensions
{
    /// <summary>Accepted and without effect, so that a host configures either runtime alike: this runtime opens no ports and joins no cluster.</summary>
    public static ISiloBuilder UseLocalhostClustering(
        this ISiloBuilder builder,
        int siloPort = 11111,
        int gatewayPort = 30000,
        IPEndPoint? primarySiloEndpoint = null,
        string serviceId = "dev",
        string clusterId = "dev")
        => builder;
}
