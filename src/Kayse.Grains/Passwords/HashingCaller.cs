using System.Net;
using Kayse.Grains.SignInGuards;

namespace Kayse.Grains.Passwords;

/// <summary>Whom a password is hashed for, as far as their turn depends on it.</summary>
/// <param name="Lane">Callers with the same lane take turns as one.</param>
/// <param name="IsKnown">Whether the caller has proved something already: a live session, a trusted device. Known
/// callers go before all others.</param>
public readonly record struct HashingCaller(string Lane, bool IsKnown)
{
    /// <summary>
    /// Somebody of whom nothing is known but the IP address. Their network is their lane; those without an address
    /// share one.
    /// </summary>
    public static HashingCaller Of(string? ipAddress) =>
        new(IPAddress.TryParse(ipAddress, out var ip) ? SignInGuardKeys.ForNetwork(ip) : "unknown", IsKnown: false);

    /// <summary>A person with a live session or a trusted device.</summary>
    public static HashingCaller Known(string userId) => new(userId, IsKnown: true);
}
