using Kayse.Grains.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Silo.Locations;

/// <summary>Registers the look-up of places.</summary>
public static class LocationServices
{
    /// <summary>Adds the one <see cref="IPlaces"/>; it opens its file when first used.</summary>
    public static IServiceCollection AddLocations(this IServiceCollection services) => services.AddSingleton<IPlaces, Places>();
}
