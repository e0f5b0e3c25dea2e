using Kayse.Grains.Errors;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Microsoft.AspNetCore.DataProtection;

namespace Kayse.Grains.Idempotency;

[GrainType("idempotency")]
internal sealed class IdempotencyGrain(
    [PersistentState("idempotency", DurableGrain.Storage)] IPersistentState<IdempotencyState> storage,
    IDataProtectionProvider protection,
    TimeProvider clock
) : DurableGrain, IIdempotencyGrain, IRemindable
{
    private const string Forget = "forget";
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan _retryPeriod = TimeSpan.FromHours(1);
    private readonly IDataProtector _protector = protection.CreateProtector("kayse.idempotency.v1");

    private byte[]? LiveAnswer => clock.GetUtcNow() < storage.State.ExpiresAt ? storage.State.Protected : null;

    public Task<StoredResponse?> FindAsync(TokenHash requestHash)
    {
        if (LiveAnswer is not { } answer)
            return Task.FromResult<StoredResponse?>(null);
        var record = IdempotencyRecord.Unprotect(answer, _protector);
        return record.RequestHash.Matches(requestHash)
            ? Task.FromResult<StoredResponse?>(record.Response)
            : throw new RefusedException(IdempotencyErrors.Mismatch);
    }

    public async Task StoreAsync(TokenHash requestHash, StoredResponse response)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(response.Body.Length, StoredResponse.MaxBodyLength, nameof(response));
        if (LiveAnswer is not null)
            return;

        // Before the answer, so that none is stored which nothing would ever clear.
        await this.RegisterOrUpdateReminder(Forget, _lifetime, _retryPeriod);
        await SaveAsync(
            storage,
            new IdempotencyState
            {
                Protected = new IdempotencyRecord(requestHash, response).Protect(_protector),
                ExpiresAt = clock.GetUtcNow() + _lifetime,
            }
        );
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (LiveAnswer is not null)
            return;
        if (storage.RecordExists)
            await ClearAsync(storage);
        await StopReminderAsync(reminderName);
        DeactivateOnIdle();
    }
}
