using Kayse.Grains.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Privacy;

/// <summary>Registers the feature.</summary>
internal static class PrivacyServices
{
    /// <summary>What builds data exports and writes their archives.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services) =>
        services
            .AddSingleton<IExportsPersonalData, DataExportExporter>()
            .AddSingleton<DataExportBuilder>()
            .AddSingleton(provider => new DataExportArchive(
                provider.GetServices<IExportsPersonalData>(),
                provider.GetRequiredService<IBlobStore>()
            ));
}
