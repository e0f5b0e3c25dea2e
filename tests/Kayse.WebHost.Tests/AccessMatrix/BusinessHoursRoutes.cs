using System.Text;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class BusinessHoursRoutes : IRouteTable
{
    private const string Route = "/companies/{company}/business-hours";
    private const string Calendar =
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20240612\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private static readonly object _hours = new
    {
        timeZone = "Europe/Berlin",
        weekly = new { mon = new[] { new { open = "09:00", close = "17:00" } } },
        exceptions = Array.Empty<object>(),
    };

    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow($"GET {Route}", Audience.Members, 200),
            new RouteRow($"PUT {Route}", Audience.Admins, 200).Sends(_ => _hours),
            new RouteRow($"GET {Route}/status", Audience.Members, 200),
            new RouteRow($"GET {Route}/events", Audience.Admins, 200),
            new RouteRow($"PUT {Route}/events", Audience.Admins, 200).Sends(_ => new { enabled = true }),
            new RouteRow($"POST {Route}/federal-holidays", Audience.Admins, 200).SendsAsync(call =>
                AfterHoursAsync(call, new { year = 2026 })
            ),
            new RouteRow($"POST {Route}/import", Audience.Admins, 200).SendsAsync(call =>
                AfterHoursAsync(call, new StringContent(Calendar, Encoding.UTF8, "text/calendar"))
            ),
        ];

    // Exceptions are to hours that are set.
    private static async Task<object?> AfterHoursAsync(AccessCall call, object body)
    {
        (await call.Scene.AsOwner().SendAsync(HttpMethod.Put, "companies/current/business-hours", _hours)).ShouldBe(
            System.Net.HttpStatusCode.OK
        );
        return body;
    }
}
