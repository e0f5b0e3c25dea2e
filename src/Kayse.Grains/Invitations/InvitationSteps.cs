using System.Globalization;
using Kayse.Grains.Audit;
using Kayse.Grains.Mail;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Invitations;

/// <summary>Executes the steps that follow from changes of an invitation. Each may be executed again.</summary>
/// <param name="id">The invitation's.</param>
/// <param name="read">Its state.</param>
/// <param name="save">Stores another.</param>
/// <param name="grains">For calls to outbox and audit log.</param>
/// <param name="secrets">Encrypts the token of a link that has not been mailed yet.</param>
internal sealed class InvitationSteps(
    string id,
    Func<InvitationState> read,
    Func<InvitationState, Task> save,
    IGrainFactory grains,
    MailSecrets secrets
)
{
    /// <summary>The id of the last mail.</summary>
    public string MailId => MailIdOf(read().Sendings);

    /// <summary>The id that the next mail will have.</summary>
    public string NextMailId => MailIdOf(read().Sendings + 1);

    /// <summary>The step that mails a link with the token.</summary>
    public MailLink Mail(string token, AuditRecord record) => new(secrets.Protect(token), record);

    /// <summary>What became of the last mail; one that the outbox took and no longer has was sent.</summary>
    public async Task<MailDelivery> GetDeliveryAsync() =>
        read().Pending.Any(step => step is MailLink)
            ? MailDelivery.Queued
            : await Outbox(MailId).GetDeliveryAsync(MailId) ?? MailDelivery.Sent;

    public async Task<StepResult> ExecuteAsync(InvitationStep step)
    {
        switch (step)
        {
            case RecordInAuditLog(var record):
                await AppendAsync(record);
                break;
            case MailLink mailing when secrets.Unprotect(mailing.ProtectedToken) is { } token:
                await Task.WhenAll(Outbox(MailId).EnqueueAsync(InvitationMail.For(read(), MailId), token), AppendAsync(mailing.Record));
                break;
            case MailLink mailing:
                await ReplaceTokenAsync(mailing);
                break;
            case WithdrawMail(var mailId):
                await Outbox(mailId).WithdrawAsync(mailId);
                break;
        }

        return StepResult.Done;
    }

    // The keys are lost: the link that may have been mailed already can't be made again.
    private Task ReplaceTokenAsync(MailLink lost)
    {
        var state = read();
        var token = SecretToken.Create(id, out var hash);
        return save(
            state with
            {
                TokenHash = hash,
                Sendings = state.Sendings + 1,
                Pending = state.Pending.Without([lost]).With(new WithdrawMail(MailId), Mail(token, lost.Record)),
            }
        );
    }

    private Task AppendAsync(AuditRecord record) => grains.GetGrain<IAuditLogGrain>(record.CompanyId).AppendAsync([record]);

    private string MailIdOf(int sendings) => string.Create(CultureInfo.InvariantCulture, $"{id}-{sendings}");

    private IOutboxGrain Outbox(string mailId) => grains.GetGrain<IOutboxGrain>(OutboxShards.For(mailId));
}
