using System.Net;
using System.Net.Http.Headers;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class BrandingRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("GET /companies/{company}/branding", Audience.Members, 200),
            new RouteRow("PATCH /companies/{company}/branding", Audience.Admins, 200).Sends(_ => new { accentColor = "#9a3412" }),
            new RouteRow("GET /companies/{company}/logos/{kind}", Audience.Members, 200).On(IconAsync),
            new RouteRow("PUT /companies/{company}/logos/{kind}", Audience.Admins, 200)
                .On(_ => Task.FromResult("light"))
                .Sends(_ => Picture),
            new RouteRow("DELETE /companies/{company}/logos/{kind}", Audience.Admins, 204).On(_ => Task.FromResult("dark")),
            // Mails and the sign-in page show it to people who aren't signed in.
            new RouteRow("GET /logos/{name}", Audience.Anyone, 200).On(async call =>
            {
                await IconAsync(call);
                return (await call.Scene.AsOwner().GetAsync("companies/current/branding")).At("logos.icon.url").Split('/')[^1];
            }),
        ];

    private static ByteArrayContent Picture => new(Pictures.Png()) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };

    private static async Task<string> IconAsync(AccessCall call)
    {
        (await call.Scene.AsOwner().SendRawAsync(HttpMethod.Put, "companies/current/logos/icon", Picture)).ShouldBe(HttpStatusCode.OK);
        return "icon";
    }
}
