using Orleans.Hosting;

namespace Kayse.Silo.Tests.AzureStorage;

public sealed class AzureReminderTableTests(AzureStores stores) : ReminderTableContract, IClassFixture<AzureStores>, IAsyncLifetime
{
    protected override IReminderTable Table => stores.Reminders;

    public Task InitializeAsync() => Table.TestOnlyClearTable();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(0u, 0u)]
    [InlineData(uint.MinValue, uint.MaxValue)]
    public async Task A_range_leaves_in_the_table_what_is_not_due_soon(uint begin, uint end)
    {
        var now = stores.Clock.GetUtcNow().UtcDateTime;
        var window = new ReminderOptions().ReminderLoadingWindow;
        await Table.UpsertRow(Reminder(Grain, "long due", now.AddDays(-90)));
        await Table.UpsertRow(Reminder(Grain, "soon", now + window));
        await Table.UpsertRow(Reminder(Grain, "later", now + window + TimeSpan.FromMinutes(1)));

        (await Table.ReadRows(begin, end))
            .Reminders.Select(reminder => reminder.ReminderName)
            .ShouldBe(["long due", "soon"], ignoreOrder: true);
        (await Table.ReadRow(Grain, "later")).ShouldNotBeNull();

        stores.Clock.Advance(TimeSpan.FromMinutes(1));

        (await Table.ReadRows(begin, end)).Reminders.Count.ShouldBe(3);
    }
}
