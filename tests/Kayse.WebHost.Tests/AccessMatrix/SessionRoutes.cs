using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class SessionRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("GET /companies/{company}/sessions", Audience.Admins, 200),
            new RouteRow("DELETE /companies/{company}/sessions/{id}", Audience.Admins, 204).On(NewSessionAsync),
            new RouteRow("POST /companies/{company}/members/{userId}/sign-out", Audience.HoldersOf("members.update"), 204).On(
                MemberRoutes.NewMemberAsync
            ),
            new RouteRow("GET /companies/{company}/sign-in-history", Audience.Admins, 200),
            new RouteRow("GET /me/session-settings", Audience.SignedIn, 200),
            new RouteRow("PUT /me/session-settings", Audience.SignedIn, 200).Sends(_ => new { idleTimeoutMinutes = 60 }),
            new RouteRow("GET /me/companies", Audience.SignedIn, 200),
            new RouteRow("PUT /me/default-company", Audience.SignedIn, 204).Sends(OwnCompany),
            new RouteRow("POST /session/company", Audience.SignedIn, 200).Sends(OwnCompany),
        ];

    private static async Task<string> NewSessionAsync(AccessCall call) => (await call.Scene.App.JoinAsync(call.Scene.Owner)).SessionId;

    private static object OwnCompany(AccessCall call) => new { companyId = call.Person?.CompanyId ?? "none" };
}
