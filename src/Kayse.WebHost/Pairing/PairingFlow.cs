using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Pairing;
using Kayse.Grains.Security;
using Kayse.Grains.Sessions;
using Kayse.Grains.Users;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.SignIn;

namespace Kayse.WebHost.Pairing;

/// <summary>Pairs an app with the account of whoever shows it a code (MOB-1).</summary>
internal sealed class PairingFlow(IGrainFactory grains, PublicLinks links, SecurityLog log, SignInMeter meter)
{
    /// <summary>A code that works for 5 minutes, and what a QR code of it says.</summary>
    public async Task<(string Code, string Uri, DateTimeOffset ExpiresAt)> OfferAsync(Caller caller)
    {
        while (true)
        {
            var code = PairingCode.New();
            var offer = new PairingOffer(caller.Principal.UserId, caller.SessionId);
            if (await Grain(code).OfferAsync(offer, code) is { } expiresAt)
                return (code, $"kayse-pair:?server={Uri.EscapeDataString(links.PublicUrl)}&code={code}", expiresAt);
        }
    }

    /// <summary>The app's session. Whatever is wrong with a code, the refusal is <c>pairing_code_invalid</c>.</summary>
    public async Task<SignedIn> PairAsync(string typed, ClientDevice device)
    {
        var code = PairingCode.Parse(typed) ?? throw new RefusedException(PairingCode.Invalid);
        var offer = await Grain(code).RedeemAsync(code);
        var signedIn = await grains.GetGrain<ISignInGrain>(offer.UserId).PairAsync(offer.SessionId, device);
        log.SignInSucceeded(offer.UserId, signedIn.Session.Id);
        meter.Pairing.Succeeded();
        return signedIn;
    }

    private IPairingCodeGrain Grain(string code) => grains.GetGrain<IPairingCodeGrain>(PairingCode.Slot(code));
}
