using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class PasswordRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("POST /auth/forgot-password", Audience.Anyone, 202).Sends(call => new { email = call.Scene.Owner.Email }),
            new RouteRow("POST /auth/reset-password", Audience.Anyone, 404).Sends(_ => new
            {
                token = "of nobody",
                newPassword = Person.Password,
            }),
            new RouteRow("POST /auth/not-me", Audience.Anyone, 404).Sends(_ => new { token = "of nobody" }),
            new RouteRow("POST /me/password", Audience.SignedIn, 422)
                .EvenRestricted()
                .Sends(_ => new { currentPassword = Person.Password, newPassword = "weak" }),
        ];
}
