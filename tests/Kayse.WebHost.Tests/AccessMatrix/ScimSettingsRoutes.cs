using System.Net;
using Kayse.WebHost.Tests.Scim;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class ScimSettingsRoutes : IRouteTable
{
    private const string Scim = "/companies/{company}/scim";
    private const string Tokens = "companies/current/scim/tokens";

    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow($"GET {Scim}", Audience.Admins, 200),
            new RouteRow($"GET {Scim}/tokens", Audience.Admins, 200),
            new RouteRow($"POST {Scim}/tokens", Audience.SuperAdmins, 201).SendsAsync(NewTokenAsync),
            new RouteRow($"DELETE {Scim}/tokens/{{id}}", Audience.SuperAdmins, 204).On(TokenAsync),
            new RouteRow($"GET {Scim}/groups", Audience.Admins, 200),
            new RouteRow($"PUT {Scim}/groups/{{id}}/access", Audience.SuperAdmins, 200)
                .On(GroupAsync)
                .Sends(_ => new { role = "user", caseAccess = "all" }),
            new RouteRow($"DELETE {Scim}/groups/{{id}}/access", Audience.SuperAdmins, 204).On(GroupAsync),
            new RouteRow($"GET {Scim}/activity", Audience.Admins, 200),
            new RouteRow($"POST {Scim}/resume", Audience.SuperAdmins, 204),
            // Nobody whom the identity provider has removed has this address.
            new RouteRow($"POST {Scim}/returns", Audience.SuperAdmins, 404).Sends(_ => new { email = "nobody@firm.example" }),
        ];

    internal static async Task<string> TokenAsync(AccessCall call) => (await MakeAsync(call)).At("id");

    internal static async Task<string> GroupAsync(AccessCall call) =>
        await new ScimDirectoryClient(call.Scene.App, (await MakeAsync(call)).At("token")).AddGroupAsync($"Group {Guid.NewGuid()}");

    // A company has up to two.
    private static async Task<object?> NewTokenAsync(AccessCall call)
    {
        var owner = call.Scene.AsOwner();
        foreach (var token in (await owner.GetAsync(Tokens)).Json["items"]!.AsArray())
            (await owner.DeleteAsync($"{Tokens}/{token!["id"]}")).ShouldBe(HttpStatusCode.NoContent);
        return new { };
    }

    private static async Task<ApiAnswer> MakeAsync(AccessCall call) =>
        (await call.Scene.AsOwner().PostAsync(Tokens, await NewTokenAsync(call))).ShouldBe(HttpStatusCode.Created);
}
