using System.Text;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class InvitationRoutes : IRouteTable
{
    private static readonly Audience _inviters = Audience.HoldersOf("members.invite");

    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("GET /companies/{company}/invitations", _inviters, 200),
            new RouteRow("POST /companies/{company}/invitations", _inviters, 201).Sends(_ => new
            {
                fullName = "Ben Ito",
                email = Journeys.NewEmail("invitee"),
                role = "user",
            }),
            new RouteRow("POST /companies/{company}/invitations/bulk", _inviters, 200).Sends(_ => new StringContent(
                $"email,full name,role\n{Journeys.NewEmail("invitee")},Ben Ito,user\n",
                Encoding.UTF8,
                "text/csv"
            )),
            new RouteRow("GET /companies/{company}/invitations/{id}", _inviters, 200).On(call => call.Scene.InviteAsync()),
            new RouteRow("PATCH /companies/{company}/invitations/{id}", _inviters, 200)
                .On(call => call.Scene.InviteAsync())
                .Sends(_ => new { jobTitle = "Paralegal" }),
            new RouteRow("DELETE /companies/{company}/invitations/{id}", _inviters, 204).On(call => call.Scene.InviteAsync()),
            new RouteRow("POST /companies/{company}/invitations/{id}/resend", _inviters, 200).On(call => call.Scene.InviteAsync()),
            new RouteRow("POST /companies/{company}/invitations/{id}/link", _inviters, 200).On(call => call.Scene.InviteAsync()),
            new RouteRow("POST /invitations/lookup", Audience.Anyone, 200).SendsAsync(async call => new
            {
                token = await call.Scene.InvitationTokenAsync(),
            }),
            new RouteRow("POST /invitations/accept", Audience.Anyone, 200).SendsAsync(async call => new
            {
                token = await call.Scene.InvitationTokenAsync(),
                password = Person.Password,
            }),
            new RouteRow("POST /invitations/decline", Audience.Anyone, 204).SendsAsync(async call => new
            {
                token = await call.Scene.InvitationTokenAsync(),
            }),
        ];
}
