using Kayse.Grains.Pairing;
using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.TwoFactor;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Pairing;

internal static class PairingEndpoints
{
    public static void MapPairing(this RouteGroupBuilder api)
    {
        api.MapPost("/me/pairing-codes", CreatePairingCodeAsync)
            .Allows(Who.SignedIn, limit: RateLimitKind.PairingCodesPerUser, stepUp: StepUpNeeded.OfEverybody);
        api.MapPost("/auth/pair", PairDeviceAsync).Allows(Who.Anyone, limit: RateLimitKind.PairingsPerCaller);
    }

    /// <summary>Get a code to pair an app</summary>
    /// <remarks>
    /// Returns a code for <c>POST /auth/pair</c> that works once, within 5 minutes, while this session is live.
    /// </remarks>
    [Tags("Me")]
    public static async Task<Created<PairingCodeResponse>> CreatePairingCodeAsync(Caller caller, PairingFlow flow)
    {
        var (code, uri, expiresAt) = await flow.OfferAsync(caller);
        return TypedResults.Created((string?)null, new PairingCodeResponse(PairingCode.Show(code), uri, QrCode.Svg(uri), expiresAt));
    }

    /// <summary>Pair an app</summary>
    /// <remarks>
    /// Signs an app in with a code that a signed-in person shows it. The app gets a session of its own, which its person
    /// sees among their sessions and can end there. It is limited to the scopes <c>push</c>, <c>messenger</c>,
    /// <c>cases</c> and <c>tasks</c>: <c>GET /session</c> says so, and it is refused <c>session_out_of_scope</c>
    /// elsewhere. With <c>push</c> it manages push devices, and reads notifications, marks them as read and asks why they
    /// came. Codes that are wrong, used or too old get the same response.
    /// </remarks>
    [Tags("Sign-up and sign-in")]
    [Refuses("pairing_code_invalid")]
    public static async Task<Ok<PairedResponse>> PairDeviceAsync(Body<PairDeviceRequest> body, PairingFlow flow, HttpContext context) =>
        TypedResults.Ok(PairedResponse.Of(await flow.PairAsync(body.Value.Code, ClientDevices.Of(context))));
}
