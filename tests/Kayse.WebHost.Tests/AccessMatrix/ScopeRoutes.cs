using System.Net;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class ScopeRoutes : IRouteTable
{
    private static readonly Audience _readers = Audience.HoldersOf("members.read", "members.invite", "members.update");
    private static int _count;

    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("GET /companies/{company}/scopes", _readers, 200),
            new RouteRow("POST /companies/{company}/scopes", Audience.Admins, 201).Sends(_ => NewScope()),
            new RouteRow("GET /companies/{company}/scopes/{id}", _readers, 200).On(MakeAsync),
            new RouteRow("PATCH /companies/{company}/scopes/{id}", Audience.Admins, 200).On(MakeAsync).Sends(_ => NewScope()),
            new RouteRow("DELETE /companies/{company}/scopes/{id}", Audience.Admins, 204).On(MakeAsync),
        ];

    private static async Task<string> MakeAsync(AccessCall call) =>
        (await call.Scene.AsOwner().PostAsync("companies/current/scopes", NewScope())).ShouldBe(HttpStatusCode.Created).At("id");

    private static object NewScope() => new { name = $"Scope {Interlocked.Increment(ref _count)}", caseTypes = new[] { "Car crash" } };
}
