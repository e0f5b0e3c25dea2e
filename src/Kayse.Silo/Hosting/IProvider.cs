using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;

namespace Kayse.Silo.Hosting;

/// <summary>
/// What a deployment chooses with <c>Kayse:Cluster:Provider</c>: how silos find each other, and where everything is
/// stored.
/// </summary>
internal interface IProvider
{
    /// <summary>
    /// Gives a silo its clustering, grain storage under <see cref="StorageNames.Grains"/>, reminders and health check.
    /// </summary>
    void AddTo(ISiloBuilder silo);

    /// <summary>Tells a client how to find the silos.</summary>
    void AddTo(IClientBuilder client);

    /// <summary>
    /// Gives a silo or a client the data protection key ring and the blobs, which all processes of the installation
    /// share.
    /// </summary>
    void AddKeysAndBlobs(IServiceCollection services, IDataProtectionBuilder dataProtection);
}
