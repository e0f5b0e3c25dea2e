using Kayse.Grains.Members;
using Kayse.Grains.Notifications;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Notifications;

/// <summary>One silo with one company for all tests of a class; each makes members of its own.</summary>
public sealed class InboxSilo : IAsyncLifetime
{
    private int _members;

    internal TestSilo Silo { get; private set; } = null!;

    internal Firm Firm { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Silo = await TestSilo.StartAsync();
        Firm = await Firm.FoundAsync(Silo);
    }

    public async Task DisposeAsync() => await Silo.DisposeAsync();

    /// <summary>The id of somebody new who has joined the company.</summary>
    internal async Task<string> MemberAsync(Role role = Role.User) =>
        await MemberOfAsync(Firm, $"m{Interlocked.Increment(ref _members)}@members.example", role);

    /// <summary>Likewise, of any company: somebody with a proved address who got no mail so far.</summary>
    internal static async Task<string> MemberOfAsync(Firm firm, string email, Role role = Role.User)
    {
        var member = await firm.CreateAsync(email, role);
        await firm.User(member.UserId).Email.EmailProvedAsync(email);
        return member.UserId;
    }

    internal INotificationInboxGrain Inbox(string userId) => Silo.Grains.GetGrain<INotificationInboxGrain>(userId);

    internal INotificationSettingsGrain Settings(string userId) => Silo.Grains.GetGrain<INotificationSettingsGrain>(userId);

    /// <summary>Delivers events of these numbers.</summary>
    internal Task DeliverAsync(string userId, int first, int count, Func<NotificationEvent, NotificationEvent>? change = null) =>
        Silo
            .Grains.GetGrain<INotificationDeliveryGrain>(userId)
            .DeliverAsync(
                Firm.CompanyId,
                "shard",
                [.. Enumerable.Range(first, count).Select(n => new SequencedEvent(n, (change ?? (same => same))(EventOf(userId, n))))]
            );

    private static NotificationEvent EventOf(string userId, int number) =>
        new($"e{number}", userId, NotificationType.CampaignUpdate, $"Campaign {number}");
}
