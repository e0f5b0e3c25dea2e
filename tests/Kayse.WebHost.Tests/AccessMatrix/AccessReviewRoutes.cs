using System.Net;
using System.Text.Json.Nodes;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class AccessReviewRoutes : IRouteTable
{
    private const string Url = "companies/current/access-reviews";
    private const string Route = "/companies/{company}/access-reviews";

    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow($"GET {Route}", Audience.Admins, 200),
            new RouteRow($"POST {Route}", Audience.Admins, 201).SendsAsync(async call =>
            {
                await CloseAsync(call);
                return new { };
            }),
            new RouteRow($"GET {Route}/{{id}}", Audience.Admins, 200).On(OpenAsync),
            new RouteRow($"POST {Route}/{{id}}/close", Audience.Admins, 200).On(OpenAsync).Asks("?confirm=true"),
            new RouteRow($"GET {Route}/{{id}}/report", Audience.Admins, 200).On(ClosedAsync),
            new RouteRow($"GET {Route}/{{id}}/members", Audience.Admins, 200).On(OpenAsync),
            new RouteRow($"GET {Route}/{{id}}/members/{{userId}}", Audience.Admins, 200).On(OpenWithMemberAsync),
            new RouteRow($"PUT {Route}/{{id}}/members/{{userId}}/decision", Audience.Admins, 200)
                .On(OpenWithMemberAsync)
                .Sends(_ => new { decision = "keep" }),
            new RouteRow("GET /companies/{company}/access-review-reminder", Audience.Admins, 200),
            new RouteRow("PUT /companies/{company}/access-review-reminder", Audience.Admins, 200).Sends(_ => new { quarterly = false }),
        ];

    /// <summary>The review that is open, a new one if none is.</summary>
    public static async Task<string> OpenAsync(AccessCall call) =>
        await LatestAsync(call) is { } latest && latest["status"]!.GetValue<string>() == "open"
            ? latest["id"]!.GetValue<string>()
            : (await call.Scene.AsOwner().PostAsync(Url, new { })).ShouldBe(HttpStatusCode.Created).At("id");

    /// <summary>An open review, and a User in it who has not been reviewed.</summary>
    public static async Task<string> OpenWithMemberAsync(AccessCall call)
    {
        var review = await OpenAsync(call);
        if (await FindUserAsync(call, review) is { } known)
            return $"{review}/{known}";
        await CloseAsync(call);
        await MemberRoutes.NewMemberAsync(call);
        review = await OpenAsync(call);
        return $"{review}/{await FindUserAsync(call, review)}";
    }

    private static async Task<string?> FindUserAsync(AccessCall call, string review) =>
        (await call.Scene.AsOwner().GetAsync($"{Url}/{review}/members?state=undecided&search=Cleo")).Json["items"]!
            .AsArray()
            .FirstOrDefault(member => member!["access"]!["role"]!.GetValue<string>() == "user")
            ?["userId"]!.GetValue<string>();

    private static async Task<string> ClosedAsync(AccessCall call)
    {
        var review = await OpenAsync(call);
        await CloseAsync(call);
        return review;
    }

    private static async Task CloseAsync(AccessCall call)
    {
        var review = await OpenAsync(call);
        (await call.Scene.AsOwner().PostAsync($"{Url}/{review}/close?confirm=true")).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<JsonNode?> LatestAsync(AccessCall call) =>
        (await call.Scene.AsOwner().GetAsync($"{Url}?limit=1")).Json["items"]!.AsArray().FirstOrDefault();
}
