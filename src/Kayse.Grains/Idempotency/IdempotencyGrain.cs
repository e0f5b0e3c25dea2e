using Kayse.Grains.Errors;
using Kayse.Grains.Tokens;
using Microsoft.AspNetCore.DataProtection;

namespace Kayse.Grains.Idempotency;

internal sealed class IdempotencyGrain(
    [PersistentState("idempotency", "grains")] IPersistentState<IdempotencyState> state,
    IDataProtectionProvider protection,
    TimeProvider clock) : Grain, IIdempotencyGrain, IRemindable
{
    private const string Forget = "forget";
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan _retryPeriod = TimeSpan.FromHours(1);
    private readonly IDataProtector _protector = protection.CreateProtector("kayse.idempotency.v1");

    public Task<StoredResponse?> FindAsync(TokenHash requestHash)
    {
        if (LiveBytes is not { } bytes)
            return Task.FromResult<StoredResponse?>(null);
        var record = IdempotencyRecord.Unprotect(bytes, _protector);
        return record.RequestHash.Matches(requestHash)
            ? Task.FromResult<StoredResponse?>(record.Response)
            : throw new RefusedException(IdempotencyErrors.Mismatch);
    }

    public async Task StoreAsync(TokenHash requestHash, StoredResponse response)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(response.Body.Length, StoredResponse.MaxBodyLength);
        if (LiveBytes is not null)
            return;

        // First, so that no answer is stored which nothing would ever clear.
        await this.RegisterOrUpdateReminder(Forget, _lifetime, _retryPeriod);
        state.State.Protected = new IdempotencyRecord(requestHash, response).Protect(_protector);
        state.State.ExpiresAt = clock.GetUtcNow() + _lifetime;
        await SaveAsync(state.WriteStateAsync);
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (LiveBytes is not null)
            return;
        if (state.RecordExists)
            await SaveAsync(state.ClearStateAsync);
        if (await this.GetReminder(reminderName) is { } reminder)
            await this.UnregisterReminder(reminder);
        DeactivateOnIdle();
    }

    private byte[]? LiveBytes => clock.GetUtcNow() < state.State.ExpiresAt ? state.State.Protected : null;

    private async Task SaveAsync(Func<Task> save)
    {
        try
        {
            await save();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }
}
