using System.Net;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class DomainRoutes : IRouteTable
{
    private const string Domains = "/companies/{company}/domains";

    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow($"GET {Domains}", Audience.Admins, 200),
            new RouteRow($"POST {Domains}", Audience.Admins, 201).Sends(_ => new { domain = "matrix.example" }),
            new RouteRow($"POST {Domains}/{{domain}}/verify", Audience.Admins, 200).On(DomainAsync),
            new RouteRow($"DELETE {Domains}/{{domain}}", Audience.Admins, 204).On(DomainAsync),
        ];

    internal static async Task<string> DomainAsync(AccessCall call) =>
        (await call.Scene.AsOwner().PostAsync("companies/current/domains", new { domain = "known.example" }))
            .ShouldBe(HttpStatusCode.Created)
            .At("domain");
}
