using System.Net;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class ReportRoutes : IRouteTable
{
    private const string Url = "companies/current/report-schedules";
    private const string Route = "/companies/{company}/report-schedules";
    private static readonly Audience _readers = Audience.HoldersOf("billing.read");

    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("GET /companies/{company}/usage/report", _readers, 200).Asks("?format=csv"),
            new RouteRow($"GET {Route}", _readers, 200),
            new RouteRow($"POST {Route}", Audience.SuperAdmins, 201).SendsAsync(ScheduleAsync),
            new RouteRow($"GET {Route}/{{id}}", _readers, 200).On(MakeAsync),
            new RouteRow($"PATCH {Route}/{{id}}", Audience.SuperAdmins, 200).On(MakeAsync).Sends(_ => new { hour = 8 }),
            new RouteRow($"DELETE {Route}/{{id}}", Audience.SuperAdmins, 204).On(MakeAsync),
        ];

    /// <summary>The id of a new schedule of the company, which has no others.</summary>
    public static async Task<string> MakeAsync(AccessCall call) =>
        (await call.Scene.AsOwner().PostAsync(Url, await ScheduleAsync(call))).ShouldBe(HttpStatusCode.Created).At("id");

    // A company has up to 20.
    private static async Task<object?> ScheduleAsync(AccessCall call)
    {
        var owner = call.Scene.AsOwner();
        foreach (var schedule in (await owner.GetAsync(Url)).Json["items"]!.AsArray())
            (await owner.DeleteAsync($"{Url}/{schedule!["id"]}")).ShouldBe(HttpStatusCode.NoContent);
        return new
        {
            every = "day",
            hour = 7,
            format = "csv",
            recipients = new[] { call.Scene.Owner.UserId },
        };
    }
}
