using Kayse.Grains.Errors;

namespace Kayse.Grains.Notifications;

/// <summary>Why a person did or did not get something, and what other settings would have changed.</summary>
internal sealed class InboxExplanations(InboxContext inbox, InboxEntries entries)
{
    private const int MaxItems = 200;
    private static readonly TimeSpan _tried = TimeSpan.FromDays(7);

    public async Task<NotificationExplanation> ExplainAsync(string companyId, string eventId)
    {
        var recipient = await inbox.ReadRecipientAsync();
        return (await entries.AllAsync()).LastOrDefault(entry => entry.CompanyId == companyId && entry.Event.Id == eventId) is { } found
            ? ExplanationRules.Explain(inbox.State, recipient.Zone, found, inbox.Now)
            : throw new RefusedException(GeneralErrors.NotFound);
    }

    public async Task<NotificationDryRun> TryAsync(string companyId, NotificationSettings settings)
    {
        settings = NotificationSettingsRules.Check(settings);
        var (from, recipient) = (inbox.Now - _tried, await inbox.ReadRecipientAsync());
        var happened = (await entries.AllAsync()).Where(entry => entry.CompanyId == companyId && entry.At >= from).Reverse();
        var tried = happened.Select(entry => ExplanationRules.Try(settings, recipient, entry)).ToList();
        return new NotificationDryRun(
            from,
            [.. tried.Take(MaxItems)],
            Enum.GetValues<NotificationChannel>()
                .ToDictionary(channel => channel, channel => tried.Count(item => ExplanationRules.IsDelivered(item, channel))),
            ExplanationRules.CountEmails(tried)
        );
    }
}
