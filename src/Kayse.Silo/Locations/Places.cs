using System.Net;
using Kayse.Grains.Sessions;

namespace Kayse.Silo.Locations;

/// <summary>
/// Looks addresses up in a file of countries, which is opened when the first public one is asked for.
/// </summary>
internal sealed class Places : IPlaces, IDisposable
{
    private readonly Lazy<Countries> _countries = new(() => new Countries());

    public string Of(IPAddress? address)
    {
        if (address is null)
            return IPlaces.Unknown;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return PrivateNetworks.Have(plain) ? IPlaces.LocalNetwork : _countries.Value.Find(plain) ?? IPlaces.Unknown;
    }

    public void Dispose()
    {
        if (_countries.IsValueCreated)
            _countries.Value.Dispose();
    }
}
