using System.Globalization;
using Kayse.Crash.Http;

namespace Kayse.Crash.Cluster;

/// <summary>What a firm has set up and used besides its people, through any host that serves it.</summary>
/// <param name="ownerId">The Super Admin.</param>
/// <param name="session">Theirs.</param>
internal sealed class FirmBusiness(string ownerId, string session)
{
    private const string Company = "companies/current";
    private static readonly DateOnly _today = DateOnly.FromDateTime(DateTime.UtcNow);

    private static readonly string[] _pages =
    [
        "branding",
        "business-hours",
        "domains",
        "retention",
        "billing-preferences",
        "wallet",
        "report-schedules",
        "access-reviews",
        string.Create(CultureInfo.InvariantCulture, $"usage?from={_today.AddDays(-3):O}&to={_today.AddDays(-1):O}"),
    ];

    private int _payments;

    public async Task SetUpAsync(ApiClient api)
    {
        await SendAsync(api, HttpMethod.Patch, "branding", new { accentColor = "#9a3412" });
        await SendAsync(
            api,
            HttpMethod.Put,
            "business-hours",
            new
            {
                timeZone = "Etc/UTC",
                weekly = new { mon = new[] { new { open = "09:00", close = "17:30" } } },
                exceptions = Array.Empty<object>(),
            }
        );
        await SendAsync(api, HttpMethod.Post, "domains", new { domain = "firm.example" });
        await SendAsync(
            api,
            HttpMethod.Put,
            "retention",
            new
            {
                signInHistoryDays = 60,
                notificationDays = 60,
                endedInvitationDays = 20,
            }
        );
        await SendAsync(
            api,
            HttpMethod.Put,
            "billing-preferences",
            new
            {
                primaryContactId = ownerId,
                mode = "wallet",
                monthlyCap = 50_000,
                alertRecipients = new[] { ownerId },
            }
        );
        await SendAsync(
            api,
            HttpMethod.Post,
            "report-schedules",
            new
            {
                every = "month",
                dayOfMonth = 31,
                hour = 7,
                format = "pdf",
                recipients = new[] { ownerId },
            }
        );
        await SendAsync(api, HttpMethod.Post, "access-reviews", new { name = "Autumn" });
        await GoOnAsync(api);
    }

    /// <summary>Uses something more, and pays.</summary>
    public async Task GoOnAsync(ApiClient api)
    {
        var used = new
        {
            id = $"use-{++_payments}",
            metric = "emails",
            quantity = 10,
            at = _today.AddDays(-2).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc),
        };
        await SendAsync(api, HttpMethod.Post, "usage", new { events = new[] { used } });
        await SendAsync(api, HttpMethod.Post, "wallet/refills", new { paymentId = $"pay-{_payments}", amount = 1_000 });
    }

    /// <summary>All of it, as the API says it; null while some of it isn't answered.</summary>
    public async Task<IReadOnlyList<string>?> ReadAsync(ApiClient api)
    {
        var answers = new List<Answer>();
        foreach (var page in _pages)
            answers.Add(await api.GetAsync($"{Company}/{page}", session));
        return answers.TrueForAll(answer => answer.Status == 200) ? [.. answers.Select(answer => answer.Body.GetRawText())] : null;
    }

    private async Task SendAsync(ApiClient api, HttpMethod method, string path, object body) =>
        (await api.SendAsync(new Call(method, $"{Company}/{path}", session, body))).IsSuccess.ShouldBeTrue(path);
}
