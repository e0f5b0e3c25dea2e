using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.State;
using Kayse.Grains.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// An outbox with mail in it always has a reminder: without one a mail that waits when the process dies would never be
/// sent.
/// </summary>
public sealed class OutboxReminderTests
{
    [Fact]
    public async Task Mail_that_arrives_while_the_reminder_is_taken_away_has_one()
    {
        await using var silo = await TestSilo.StartAsync();
        var outbox = silo.Grains.GetGrain<IOutboxGrain>("0");
        await outbox.EnqueueAsync(MailOf(silo, "first"), "secret");
        await silo.Mailbox.NextAsync();
        var (taking, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        silo.Crash.ReadingReminder = () =>
        {
            taking.TrySetResult();
            return go.Task;
        };
        silo.Clock.Advance(TimeSpan.FromMinutes(1));
        await taking.Task.WaitAsync(TimeSpan.FromSeconds(20));

        silo.Mailbox.Failure = new IOException("The mail server is down.");
        var arriving = outbox.EnqueueAsync(MailOf(silo, "second"), "secret");
        await Task.WhenAny(arriving, Task.Delay(TimeSpan.FromMilliseconds(200)));
        go.SetResult();
        await arriving;

        await CrashScenario.EventuallyAsync(() => Task.Run(() => silo.Crash.RemovedReminders.ShouldBe(1)));
        (await HasReminderAsync(silo, outbox)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_empty_outbox_has_no_reminder()
    {
        await using var silo = await TestSilo.StartAsync();
        var outbox = silo.Grains.GetGrain<IOutboxGrain>("0");
        await outbox.EnqueueAsync(MailOf(silo, "only"), "secret");
        await silo.Mailbox.NextAsync();

        silo.Clock.Advance(TimeSpan.FromMinutes(1));

        await CrashScenario.EventuallyAsync(async () => (await HasReminderAsync(silo, outbox)).ShouldBeFalse());
    }

    private static async Task<bool> HasReminderAsync(TestSilo silo, IOutboxGrain outbox) =>
        await silo.Services.GetRequiredService<IReminderTable>().ReadRow(outbox.GetGrainId(), PendingReminder.Name) is not null;

    private static OutgoingMail MailOf(TestSilo silo, string id)
    {
        var now = silo.Clock.GetUtcNow();
        var email = new InvitationEmail("Firm", "Ada", "User", now, now.AddDays(1));
        return new OutgoingMail(id, "ben@else.example", "Ben", email, now.AddDays(1));
    }
}
