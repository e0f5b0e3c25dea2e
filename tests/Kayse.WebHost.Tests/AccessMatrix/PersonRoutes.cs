using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.AccessMatrix;

/// <summary>Sign-in, and what people do for themselves.</summary>
internal sealed class PersonRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("POST /auth/sign-in", Audience.Anyone, 200).Sends(call => new
            {
                email = call.Scene.Owner.Email,
                password = Person.Password,
            }),
            new RouteRow("POST /auth/sign-out", Audience.SignedIn, 204).EvenRestricted(),
            new RouteRow("POST /auth/step-up", Audience.SignedIn, 200).Sends(_ => new { password = Person.Password }),
            new RouteRow("GET /session", Audience.SignedIn, 200),
            new RouteRow("GET /me/sessions", Audience.SignedIn, 200),
            new RouteRow("DELETE /me/sessions/{id}", Audience.SignedIn, 204).On(call => Task.FromResult(call.SessionId)),
            new RouteRow("POST /me/sessions/sign-out-others", Audience.SignedIn, 204),
            new RouteRow("POST /me/sessions/sign-out-everywhere", Audience.SignedIn, 204),
        ];
}
