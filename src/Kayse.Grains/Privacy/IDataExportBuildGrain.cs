using Orleans.Concurrency;

namespace Kayse.Grains.Privacy;

/// <summary>
/// How a person's grain of exports has itself build the next part, in a turn of its own, so that others are answered in
/// between.
/// </summary>
[Alias("kayse.data-export-build")]
internal interface IDataExportBuildGrain : IGrainWithStringKey
{
    /// <summary>Builds the next part, and asks for the one after it. Without effect when there is nothing to build.</summary>
    [OneWay, Alias("build-next")]
    Task BuildNextAsync();
}
