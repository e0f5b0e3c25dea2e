using Kayse.Grains.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Kayse.WebHost.Tests.AccessMatrix;

/// <summary>What people choose for themselves, what is new, and what a text costs as an SMS.</summary>
internal sealed class SubscriptionRoutes : IRouteTable
{
    private static readonly object _switches = new
    {
        notifications = true,
        reports = true,
        updates = true,
        marketing = false,
    };

    public IEnumerable<RouteRow> Rows =>
        [
            // Whoever has the link of a mail needs no session.
            new RouteRow("GET /email-subscriptions/{token}", Audience.Anyone, 200).On(TokenAsync),
            new RouteRow("PUT /email-subscriptions/{token}", Audience.Anyone, 200).On(TokenAsync).Sends(_ => _switches),
            new RouteRow("POST /email-subscriptions/{token}", Audience.Anyone, 200)
                .On(TokenAsync)
                .Asks("?type=updates")
                .Sends(_ => new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")])),
            new RouteRow("GET /me/subscriptions", Audience.SignedIn, 200),
            new RouteRow("PUT /me/subscriptions", Audience.SignedIn, 200).Sends(_ => _switches),
            new RouteRow("GET /release-notes", Audience.SignedIn, 200),
            new RouteRow("GET /me/release-notes", Audience.SignedIn, 200),
            new RouteRow("POST /me/release-notes/read", Audience.SignedIn, 204),
            new RouteRow("POST /me/release-notes/dismiss", Audience.SignedIn, 204),
            new RouteRow("GET /me/appearance", Audience.SignedIn, 200),
            new RouteRow("PUT /me/appearance", Audience.SignedIn, 200).Sends(_ => new
            {
                theme = "dark",
                fontScale = 1.25,
                reducedMotion = "on",
                highContrast = "off",
                shortcuts = false,
            }),
            new RouteRow("POST /sms/segments", Audience.SignedIn, 200).Sends(_ => new { text = "Hello" }),
        ];

    /// <summary>The token of the owner's link.</summary>
    public static Task<string> TokenAsync(AccessCall call) =>
        call
            .Scene.App.Services.GetRequiredService<IGrainFactory>()
            .GetGrain<ISubscriptionsGrain>(call.Scene.Owner.UserId)
            .GetLinkTokenAsync();
}
