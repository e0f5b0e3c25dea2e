using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Api.AccessMatrix;

internal sealed class ProfileRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
    [
        new RouteRow("GET /me", Audience.SignedIn, 200).EvenRestricted(),
        new RouteRow("PATCH /me", Audience.SignedIn, 200).Sends(_ => new { language = "en" }),
        new RouteRow("POST /me/email", Audience.SignedIn, 202).Sends(_ => new { newEmail = Journeys.NewEmail(), password = Person.Password }),
        // Whoever has the token of a mail needs no session.
        new RouteRow("POST /me/email/confirm", Audience.Anyone, 404).Sends(_ => new { token = "of nobody" }),
        new RouteRow("POST /me/email/undo", Audience.Anyone, 404).Sends(_ => new { token = "of nobody" }),
    ];
}
