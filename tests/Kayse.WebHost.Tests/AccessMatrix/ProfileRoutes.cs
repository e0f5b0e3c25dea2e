using System.Net;
using System.Net.Http.Headers;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class ProfileRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
        [
            // Whoever has the token of a mail needs no session.
            new RouteRow("POST /auth/verify-email", Audience.Anyone, 404).Sends(_ => new { token = "of nobody" }),
            new RouteRow("POST /auth/verify-email/resend", Audience.SignedIn, 204),
            new RouteRow("GET /me", Audience.SignedIn, 200).EvenRestricted(),
            new RouteRow("PATCH /me", Audience.SignedIn, 200).Sends(_ => new { language = "en" }),
            new RouteRow("POST /me/email", Audience.SignedIn, 202).Sends(_ => new
            {
                newEmail = Journeys.NewEmail(),
                password = Person.Password,
            }),
            // Whoever has the token of a mail needs no session.
            new RouteRow("POST /me/email/confirm", Audience.Anyone, 404).Sends(_ => new { token = "of nobody" }),
            new RouteRow("POST /me/email/undo", Audience.Anyone, 404).Sends(_ => new { token = "of nobody" }),
            new RouteRow("PUT /me/photo", Audience.SignedIn, 200).Sends(_ => Picture),
            new RouteRow("DELETE /me/photo", Audience.SignedIn, 204),
            // Not of this company's people alone: who works in another one sees it too, and its name can't be guessed.
            new RouteRow("GET /photos/{name}", Audience.SignedIn, 200).On(OwnersPhotoAsync),
        ];

    private static ByteArrayContent Picture => new(Pictures.Png()) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };

    private static async Task<string> OwnersPhotoAsync(AccessCall call) =>
        (await call.Scene.AsOwner().SendRawAsync(HttpMethod.Put, "me/photo", Picture))
            .ShouldBe(HttpStatusCode.OK)
            .At("photoUrl")
            .Split('/')[^1];
}
