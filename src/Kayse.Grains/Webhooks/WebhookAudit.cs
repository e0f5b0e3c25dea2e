using Kayse.Grains.Audit;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Webhooks;

/// <summary>What changes of webhooks look like in the audit log, and what else follows from them.</summary>
internal sealed class WebhookAudit(string webhookId, TimeProvider clock)
{
    // What differs where neither the host nor the types do.
    private static readonly AuditChange _path = new("path", null, "\"changed\"", Personal: false);

    /// <summary>A record about a webhook with this address.</summary>
    public AuditRecord Of(string companyId, string action, string url, AuditOrigin by, params IReadOnlyList<AuditChange> changes) =>
        new(
            EntityId.New(clock),
            clock.GetUtcNow(),
            by.Actor,
            action,
            new AuditTarget(AuditTargetKinds.Webhook, webhookId, HostOf(url)),
            changes,
            by.IpAddress,
            by.SessionId,
            companyId
        );

    /// <summary>What is recorded of a new webhook.</summary>
    public AuditRecord Created(string companyId, string url, IReadOnlyList<string> types, AuditOrigin by) =>
        Of(companyId, AuditActions.WebhookCreated, url, by, Differences(null, new WebhookState { Url = url, Types = types }));

    /// <summary>What differs; null stands for a webhook that isn't there yet.</summary>
    private static IReadOnlyList<AuditChange> Differences(WebhookState? before, WebhookState after) =>
        new AuditDiff<WebhookState>(before, after)
            // The rest of an address may be a secret of the receiver's.
            .Text("host", state => HostOf(state.Url))
            .Texts("types", state => state.Types)
            .Changes;

    /// <summary>The state with the steps that follow from what has become of it.</summary>
    public WebhookState WithSteps(WebhookState before, WebhookState after, AuditOrigin by) =>
        after with
        {
            Pending = after.Pending.With(StepsAfter(before, after, by)),
        };

    /// <summary>The host of an address, which may be named where the address may not.</summary>
    public static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.IdnHost : "";

    private IEnumerable<WebhookStep> StepsAfter(WebhookState before, WebhookState after, AuditOrigin by)
    {
        if (after.Url != before.Url || !after.Types.SequenceEqual(before.Types, StringComparer.Ordinal))
            yield return Record(
                after,
                AuditActions.WebhookUpdated,
                by,
                Differences(before, after) is { Count: > 0 } found ? found : [_path]
            );
        if (!before.IsFailureTold && after is { IsFailureTold: true, FailingSince: { } since })
            yield return new TellAdmins(HostOf(after.Url), since, null);
        if (before.DisabledReason is not null && after.DisabledReason is null)
            yield return Record(after, AuditActions.WebhookEnabled, by, []);
        if (before.DisabledReason is not null || after.DisabledReason is not { } reason)
            yield break;
        yield return Record(after, AuditActions.WebhookDisabled, by, ReasonOf(before, after));
        if (reason != WebhookDisabledReason.ByAdmin)
            yield return new TellAdmins(HostOf(after.Url), after.DisabledAt ?? clock.GetUtcNow(), reason);
    }

    private RecordWebhookChange Record(WebhookState state, string action, AuditOrigin by, IReadOnlyList<AuditChange> changes) =>
        new(Of(state.CompanyId!, action, state.Url, by, changes));

    private static IReadOnlyList<AuditChange> ReasonOf(WebhookState before, WebhookState after) =>
        new AuditDiff<WebhookState>(before, after).Word<WebhookDisabledReason>("reason", state => state.DisabledReason).Changes;
}
