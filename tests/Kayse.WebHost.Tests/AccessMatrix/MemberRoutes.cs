using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class MemberRoutes : IRouteTable
{
    private static readonly Audience _editors = Audience.HoldersOf("members.update");
    private static readonly Audience _removers = Audience.HoldersOf("members.remove");

    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("GET /companies/{company}/members", Audience.HoldersOf("members.read"), 200),
            new RouteRow("POST /companies/{company}/members", Audience.HoldersOf("members.invite"), 201).Sends(_ => NewMember()),
            new RouteRow("GET /companies/{company}/members/{userId}", Audience.HoldersOf("members.read"), 200).On(NewMemberAsync),
            new RouteRow("PATCH /companies/{company}/members/{userId}", _editors, 200)
                .On(NewMemberAsync)
                .Sends(_ => new { jobTitle = "Paralegal" }),
            new RouteRow("GET /companies/{company}/members/{userId}/access", Audience.HoldersOf("members.read"), 200).On(NewMemberAsync),
            new RouteRow("POST /companies/{company}/members/{userId}/access/preview", _editors, 200)
                .On(NewMemberAsync)
                .Sends(_ => new { changes = new { role = "user" } }),
            new RouteRow("GET /companies/{company}/members/{userId}/offboarding", Audience.HoldersOf("members.read"), 200).On(
                DeactivatedMemberAsync
            ),
            new RouteRow("GET /companies/{company}/access", Audience.HoldersOf("members.read"), 200).Asks("?permission=crm.access"),
            new RouteRow("DELETE /companies/{company}/members/{userId}", _removers, 204).On(NewMemberAsync),
            new RouteRow("POST /companies/{company}/members/{userId}/deactivate", _removers, 204).On(NewMemberAsync),
            new RouteRow("POST /companies/{company}/members/{userId}/reactivate", _removers, 204).On(DeactivatedMemberAsync),
            new RouteRow("POST /companies/{company}/members/{userId}/password", Audience.Admins, 204)
                .On(NewMemberAsync)
                .Sends(_ => new { newPassword = "another battery, another horse" }),
            // They have no second factor.
            new RouteRow("POST /companies/{company}/members/{userId}/two-factor-reset", Audience.Admins, 409).On(NewMemberAsync),
            // None is planned.
            new RouteRow("DELETE /companies/{company}/members/{userId}/two-factor-reset", Audience.Admins, 404).On(NewMemberAsync),
            new RouteRow("POST /companies/{company}/members/{userId}/password-reset", _editors, 204).On(NewMemberAsync),
            new RouteRow("DELETE /companies/{company}/members/{userId}/account", Audience.Admins, 204).On(NewMemberAsync),
            new RouteRow("POST /companies/{company}/ownership", Audience.SuperAdmins, 204)
                .Alone()
                .On(NewMemberAsync)
                .Sends(call => new { userId = call.Target }),
            new RouteRow("POST /me/companies/{company}/leave", Audience.Members, 204).Alone(),
        ];

    /// <summary>A member who was created without a mail.</summary>
    public static async Task<string> NewMemberAsync(AccessCall call) =>
        (await call.Scene.AsOwner().PostAsync("companies/current/members", NewMember())).ShouldBe(HttpStatusCode.Created).At("userId");

    private static async Task<string> DeactivatedMemberAsync(AccessCall call)
    {
        var userId = await NewMemberAsync(call);
        (await call.Scene.AsOwner().PostAsync($"companies/current/members/{userId}/deactivate")).ShouldBe(HttpStatusCode.NoContent);
        return userId;
    }

    private static object NewMember() =>
        new
        {
            fullName = "Cleo Adamu",
            email = Journeys.NewEmail("created"),
            role = "user",
            password = Person.Password,
        };
}
