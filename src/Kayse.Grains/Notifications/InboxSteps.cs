using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Push;
using Kayse.Grains.State;
using Kayse.Grains.Subscriptions;

namespace Kayse.Grains.Notifications;

/// <summary>Executes the steps that follow from changes of an inbox. Each may be executed again.</summary>
internal sealed class InboxSteps(InboxContext inbox, InboxEntries entries)
{
    // Later than that nobody wants to read it in their mail.
    private static readonly TimeSpan _mailLasts = TimeSpan.FromDays(2);

    public async Task<StepResult> ExecuteAsync(InboxStep step)
    {
        switch (step)
        {
            case SendEmail sending:
                await SendAsync(sending);
                break;
            case SendPush sending:
                await SendAsync(sending);
                break;
            case RecordOutcome outcome:
                await entries.ReplaceOlderAsync(outcome.Numbers, entry => entry.With(outcome.Decision));
                break;
        }

        return StepResult.Done;
    }

    private async Task SendAsync(SendEmail step)
    {
        var recipient = await inbox.ReadRecipientAsync();
        var items = (await entries.FindAsync(step.Numbers.ToHashSet())).Select(Mailed).ToList();
        // They may have left since it was decided.
        if (recipient is not { Email: { } address } || recipient.MembershipIn(step.CompanyId) is not { } membership || items.Count == 0)
            return;
        Email email = step.Until is { } until
            ? new DigestEmail(membership.CompanyName, recipient.Zone.Id, step.From, until, items, step.More)
            : new NotificationEmail(membership.CompanyName, recipient.Zone.Id, items, step.More);
        var token = await inbox.Grains.GetGrain<ISubscriptionsGrain>(inbox.UserId).GetLinkTokenAsync();
        var mail = new OutgoingMail(step.MailId, address, recipient.FullName, email, inbox.Now + _mailLasts)
        {
            Company = new MailCompany(step.CompanyId, membership.CompanyName),
        };
        await inbox.Grains.GetGrain<IOutboxGrain>(OutboxShards.For(mail.Id)).EnqueueAsync(mail, token);
    }

    private async Task SendAsync(SendPush step)
    {
        if (await entries.FindAsync([step.Number]) is not [var entry, ..])
            return;
        var note =
            step.Count == 1
                ? new PushNote(step.NoteId, step.CompanyId, entry.Event.Title, entry.At)
                {
                    Body = entry.Event.Body,
                    NotificationId = FeedRules.IdOf(entry),
                    CaseId = entry.Event.CaseId,
                    Priority = entry.Event.Priority,
                }
                : new PushNote(step.NoteId, step.CompanyId, $"You have {step.Count} new notifications", inbox.Now);
        await inbox.Grains.GetGrain<IPushDevicesGrain>(inbox.UserId).EnqueueAsync(note);
    }

    private static MailedNotification Mailed(InboxEntry entry) => new(entry.Event.Type, entry.Event.Title, entry.Event.Body, entry.At);
}
