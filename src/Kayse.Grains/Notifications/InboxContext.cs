using Kayse.Grains.Push;
using Kayse.Grains.Subscriptions;
using Kayse.Grains.Users;
using NodaTime;

namespace Kayse.Grains.Notifications;

/// <summary>What the parts of an inbox share.</summary>
/// <param name="userId">Whose it is.</param>
/// <param name="storage">Its record.</param>
/// <param name="save">Stores the record; a failed write ends the activation.</param>
/// <param name="grains">For calls to the grains below.</param>
/// <param name="clock">What time it is.</param>
internal sealed class InboxContext(
    string userId,
    IPersistentState<InboxState> storage,
    Func<InboxState, Task> save,
    IGrainFactory grains,
    TimeProvider clock
)
{
    public string UserId => userId;

    public InboxState State => storage.State;

    public IGrainFactory Grains => grains;

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task SaveAsync(InboxState next) => save(next);

    /// <summary>What of the person decides about a delivery, as it is now.</summary>
    /// <param name="types">What is delivered, if nothing else is: what decides of no channel that is on for any of these
    /// isn't asked for.</param>
    public async Task<Recipient> ReadRecipientAsync(IEnumerable<NotificationType>? types = null)
    {
        if (await grains.GetGrain<IUserGrain>(userId).GetAsync() is not { } user)
            return new Recipient(userId);
        var choices = State.Waiting.Count > 0 ? null : types?.Select(State.Settings.ChoiceFor).Distinct().ToList();
        var companies = await grains.GetGrain<IMembershipsGrain>(userId).ListCompaniesAsync();
        return new Recipient(userId)
        {
            Memberships = companies.Memberships,
            Email = user.Email,
            FullName = user.FullName,
            EmailVerified = user.EmailVerified,
            WantsEmail =
                choices?.Exists(choice => choice.Email) == false
                || (await grains.GetGrain<ISubscriptionsGrain>(userId).GetAsync()).Notifications,
            HasDevice =
                choices?.Exists(choice => choice.Push) == false
                || (await grains.GetGrain<IPushDevicesGrain>(userId).ListAsync()).Devices.Count > 0,
            Zone = user.TimeZone is { } zone ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc : DateTimeZone.Utc,
        };
    }
}
