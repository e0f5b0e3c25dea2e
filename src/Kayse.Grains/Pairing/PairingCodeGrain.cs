using System.Security.Cryptography;
using System.Text;
using Kayse.Grains.Errors;
using Kayse.Grains.State;
using Microsoft.AspNetCore.DataProtection;

namespace Kayse.Grains.Pairing;

[GrainType("pairing-code")]
internal sealed class PairingCodeGrain(
    [PersistentState("pairing", DurableGrain.Storage)] IPersistentState<PairingState> storage,
    IDataProtectionProvider protection,
    TimeProvider clock
) : DurableGrain, IPairingCodeGrain
{
    private const int MaxWrongCodes = 5;

    private readonly IDataProtector _protector = protection.CreateProtector("Kayse.Pairing.Code");

    private PairingState State => storage.State;

    public async Task<DateTimeOffset?> OfferAsync(PairingOffer offer, string code)
    {
        if (State.Works(clock.GetUtcNow()))
            return null;
        var expiresAt = clock.GetUtcNow() + PairingCode.Lifetime;
        await SaveAsync(
            storage,
            new PairingState
            {
                UserId = offer.UserId,
                SessionId = offer.SessionId,
                ProtectedCode = _protector.Protect(Encoding.ASCII.GetBytes(code)),
                ExpiresAt = expiresAt,
            }
        );
        return expiresAt;
    }

    public async Task<PairingOffer> RedeemAsync(string code)
    {
        if (!State.Works(clock.GetUtcNow()))
        {
            DeactivateOnIdle(); // Anybody can try any code: those that nobody has must not stay in memory.
            throw new RefusedException(PairingCode.Invalid);
        }

        var offer = new PairingOffer(State.UserId!, State.SessionId!);
        var isRight = Matches(code);
        var next = State with { WrongCodes = State.WrongCodes + 1 };
        if (isRight || next.WrongCodes >= MaxWrongCodes)
            await ClearAsync(storage);
        else
            await SaveAsync(storage, next);
        return isRight ? offer : throw new RefusedException(PairingCode.Invalid);
    }

    private bool Matches(string code)
    {
        try
        {
            return CryptographicOperations.FixedTimeEquals(_protector.Unprotect(State.ProtectedCode!), Encoding.ASCII.GetBytes(code));
        }
        catch (CryptographicException)
        {
            return false; // The key ring is lost.
        }
    }
}
