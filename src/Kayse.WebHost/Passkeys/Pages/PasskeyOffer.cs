using Kayse.Grains.Passkeys;
using Kayse.Grains.Sessions;
using Kayse.Grains.Users;

namespace Kayse.WebHost.Passkeys.Pages;

/// <summary>Offers a passkey to who has signed in by password on a device that can have one.</summary>
internal static class PasskeyOffer
{
    /// <summary>Where a sign-in leads: to the offer and from there on, or there at once.</summary>
    public static async Task<string?> BeforeAsync(IGrainFactory grains, SignedIn? signedIn, bool isPossible, string? url)
    {
        if (signedIn is not { Restriction: SessionRestriction.None } || !isPossible)
            return url;
        var list = await grains.GetGrain<IPasskeysGrain>(signedIn.User.Id).ListPasskeysAsync();
        return list.MayBeOffered ? $"/passkey-offer?returnTo={Uri.EscapeDataString(url ?? "/")}" : url;
    }
}
