using Kayse.Grains.Privacy;

namespace Kayse.Grains.Subscriptions;

/// <summary>Which emails a person gets, and whether they agreed to marketing.</summary>
internal sealed class SubscriptionsExporter()
    : JsonExporter<SubscriptionsView>("email-subscriptions.json", "Which emails you get.", typeof(SubscriptionsState))
{
    protected override async Task<(IReadOnlyList<SubscriptionsView> Items, string? Next)> ReadItemsAsync(
        ExportContext context,
        string? cursor
    ) => ([await context.Of<ISubscriptionsGrain>().GetAsync()], null);
}
