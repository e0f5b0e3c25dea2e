using Kayse.Grains.Audit;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Webhooks;

namespace Kayse.Grains.Tests.Webhooks;

/// <summary>One silo for all tests of a class; each makes companies and webhooks of its own.</summary>
public sealed class WebhookSilo : IAsyncLifetime
{
    private int _firms;

    internal TestSilo Silo { get; private set; } = null!;

    public async Task InitializeAsync() => Silo = await TestSilo.StartAsync();

    public async Task DisposeAsync() => await Silo.DisposeAsync();

    internal async Task<WebhookFirm> FoundAsync()
    {
        var email = $"f{Interlocked.Increment(ref _firms)}@firm.example";
        return new(await Firm.FoundAsync(Silo, email), email);
    }
}

/// <summary>A company with webhooks, and something that happens in it.</summary>
internal sealed class WebhookFirm(Firm firm, string email)
{
    public Firm Firm => firm;

    public ICompanyWebhooksGrain Webhooks => firm.Silo.Grains.GetGrain<ICompanyWebhooksGrain>(firm.CompanyId);

    public IAuditLogGrain Log => firm.Silo.Grains.GetGrain<IAuditLogGrain>(firm.CompanyId);

    public TestWebhookReceiver Receiver => firm.Silo.Webhooks;

    /// <summary>How many mails its founder got about a webhook that is so.</summary>
    public int MailsThatOneIs(string how) =>
        firm
            .Silo.Mailbox.All.Where(mail => mail.To.Address == email && mail.Subject.EndsWith($"is {how}", StringComparison.Ordinal))
            .DistinctBy(mail => mail.MessageId)
            .Count();

    public static string NewUrl() => $"https://{Guid.NewGuid():n}.example/hook?key=1";

    public Task<IssuedWebhook> CreateAsync(string url, string? after = null, params IReadOnlyList<string> types) =>
        Webhooks.CreateWebhookAsync(
            firm.Founder,
            new CreateWebhook(EntityId.New(firm.Silo.Clock), url, types.Count == 0 ? [WebhookTypes.Everything] : types, after)
        );

    public Task<WebhookView> GetAsync(string id) => Webhooks.GetWebhookAsync(firm.Founder, id);

    public async Task<IReadOnlyList<WebhookDeliveryView>> DeliveriesAsync(string id) =>
        (await Webhooks.ListDeliveriesAsync(firm.Founder, id, Firm.AllOfIt)).Items;

    /// <summary>Has so many things happen, and answers the ids of the events.</summary>
    public async Task<IReadOnlyList<string>> HappenAsync(int count = 1, string action = AuditActions.MemberRoleChanged)
    {
        AuditRecord[] records =
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => new AuditRecord(
                    EntityId.New(firm.Silo.Clock),
                    firm.Silo.Clock.GetUtcNow(),
                    new AuditActor(firm.Founder.UserId, "Ada Founder"),
                    action,
                    new AuditTarget(AuditTargetKinds.Member, "ben", "Ben Secret"),
                    [new("role", "\"user\"", "\"admin\"", Personal: false), new("fullName", null, "\"Ben Secret\"", Personal: true)],
                    "203.0.113.7",
                    "session",
                    firm.CompanyId
                )),
        ];
        await Log.AppendAsync(records);
        return [.. records.Select(record => record.Id)];
    }
}
