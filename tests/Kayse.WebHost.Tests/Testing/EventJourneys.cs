using System.Net;
using Kayse.Grains.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Testing;

/// <summary>Events that other services send, as they come to people.</summary>
public static class EventJourneys
{
    private static int _count;

    /// <summary>Has an admin's service send an event, and waits until it has arrived; answers its id.</summary>
    public static async Task<string> NotifyAsync(
        this KayseApp app,
        Person sender,
        Person person,
        string title,
        string type = "case_updated",
        string? body = null,
        string? priority = null
    ) => (await app.NotifyAllAsync(sender, person, [title], type, body, priority))[0];

    /// <summary>The same of up to 200 at once, which arrive in any order.</summary>
    public static async Task<IReadOnlyList<string>> NotifyAllAsync(
        this KayseApp app,
        Person sender,
        Person person,
        IReadOnlyList<string> titles,
        string type = "case_updated",
        string? body = null,
        string? priority = null
    )
    {
        var inbox = app.Services.GetRequiredService<IGrainFactory>().GetGrain<INotificationInboxGrain>(person.UserId);
        var before = await inbox.GetHeadAsync(person.CompanyId);
        var events = titles
            .Select(title => new
            {
                id = $"event-{Interlocked.Increment(ref _count)}",
                userId = person.UserId,
                type,
                title,
                body,
                priority,
                caseId = "case-1042",
            })
            .ToList();
        (await app.Client(sender.Token).PostAsync("companies/current/events", new { events })).ShouldBe(HttpStatusCode.Accepted);
        for (var i = 0; i < 1000; i++)
        {
            if ((await inbox.GetHeadAsync(person.CompanyId)).Unread >= before.Unread + titles.Count)
                return [.. events.Select(sent => sent.id)];
            await Task.Delay(10);
        }

        throw new TimeoutException($"Not all of {titles.Count} events have arrived.");
    }
}
