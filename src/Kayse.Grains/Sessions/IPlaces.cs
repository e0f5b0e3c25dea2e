using System.Net;

namespace Kayse.Grains.Sessions;

/// <summary>Says roughly where an address is. Asks nobody: it knows.</summary>
public interface IPlaces
{
    /// <summary>What is said of an address of which nothing is known.</summary>
    const string Unknown = "Unknown";

    /// <summary>What is said of an address that is no public one.</summary>
    const string LocalNetwork = "Local network";

    /// <summary>
    /// The country by its English name, <see cref="LocalNetwork"/> or <see cref="Unknown"/>. Equal places are the same
    /// text.
    /// </summary>
    string Of(IPAddress? address);
}
