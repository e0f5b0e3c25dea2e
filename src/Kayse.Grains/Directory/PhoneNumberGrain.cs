using Kayse.Grains.State;

namespace Kayse.Grains.Directory;

[GrainType("phone-number")]
internal sealed class PhoneNumberGrain(
    [PersistentState("phone-number", DurableGrain.Storage)] IPersistentState<PhoneNumberState> storage,
    TimeProvider clock) : DurableGrain, IPhoneNumberGrain
{
    public async Task<PhoneClaim> HoldForInvitationAsync(string invitationId, DateTimeOffset until)
    {
        var next = new PhoneNumberState { InvitationId = invitationId, HeldUntil = until };
        var claim = PhoneNumberRules.Claim(storage.State, userId: null, invitationId, clock.GetUtcNow());
        if (claim == PhoneClaim.Granted && storage.State != next)
            await SaveAsync(storage, next);
        return claim;
    }

    public async Task<PhoneClaim> ClaimForUserAsync(string userId, string? invitationId)
    {
        var next = new PhoneNumberState { UserId = userId };
        var claim = PhoneNumberRules.Claim(storage.State, userId, invitationId, clock.GetUtcNow());
        if (claim == PhoneClaim.Granted && storage.State != next)
            await SaveAsync(storage, next);
        return claim;
    }

    public async Task ReleaseAsync(string holderId)
    {
        if (string.Equals(storage.State.UserId ?? storage.State.InvitationId, holderId, StringComparison.Ordinal))
            await ClearAsync(storage);
    }
}

internal sealed record PhoneNumberState
{
    /// <summary>The person who has the number; null when none does.</summary>
    public string? UserId { get; init; }

    /// <summary>The invitation that holds it; null when none does.</summary>
    public string? InvitationId { get; init; }

    /// <summary>From when on that invitation no longer holds it.</summary>
    public DateTimeOffset? HeldUntil { get; init; }
}
