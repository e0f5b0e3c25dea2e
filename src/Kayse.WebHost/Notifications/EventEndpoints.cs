using Kayse.Grains.ApiKeys;
using Kayse.Grains.Notifications;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Notifications;

/// <summary>
/// Events of which members are notified (NO-1). What services send stands in mails of the company, so they need the key
/// of an Admin, or one of the company.
/// </summary>
internal static class EventEndpoints
{
    public static void MapNotificationEvents(this RouteGroupBuilder api)
    {
        api.MapPost("/companies/{company}/events", PublishEventsAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Write);
    }

    /// <summary>Send events</summary>
    /// <remarks>
    /// Notifies members of what happened in other services. Each event is for one member, who gets it by the channels that
    /// they chose, unless they may not see its case type or agent.
    ///
    /// Send up to 200 events at a time. Each has a result, in the order of the events: <c>accepted</c> events are on disk
    /// and are delivered once. An event with the id and the content of one that was accepted in the last 7 days is a
    /// <c>duplicate</c>, so a request may be repeated. A <c>refused</c> event has a <c>reason</c>, such as
    /// <c>not_a_member</c>, <c>id_reused</c>, <c>type_unknown</c> or <c>title_invalid</c>; send one that is refused with
    /// <c>busy</c> again later. Events of one request may arrive in any order.
    /// </remarks>
    [Tags("Notifications")]
    [Refuses("forbidden", "not_found")]
    public static async Task<Accepted<PublishEventsResponse>> PublishEventsAsync(
        string company,
        Body<PublishEventsRequest> body,
        Caller caller,
        IGrainFactory grains
    )
    {
        var events = body.Value.Events.Select(sent => sent.ToEvent());
        var results = await caller.Company<ICompanyEventsGrain>(grains, company).PublishEventsAsync(caller.Actor, [.. events]);
        return TypedResults.Accepted((string?)null, new PublishEventsResponse([.. results.Select(EventResultResponse.Of)]));
    }
}
