using System.Net;
using Kayse.Grains.Sessions;

namespace Kayse.Silo.Locations;

/// <summary>Looks addresses up in the table, which is read when the first public one is asked for.</summary>
internal sealed class Places : IPlaces
{
    private readonly Lazy<CountryTable> _countries = new(CountryTable.ReadEmbedded);

    public string Of(IPAddress? address)
    {
        if (address is null)
            return IPlaces.Unknown;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return PrivateNetworks.Have(plain) ? IPlaces.LocalNetwork : _countries.Value.Find(plain) ?? IPlaces.Unknown;
    }
}
