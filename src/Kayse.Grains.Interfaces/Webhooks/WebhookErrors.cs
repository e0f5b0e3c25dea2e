using Kayse.Grains.Errors;

namespace Kayse.Grains.Webhooks;

/// <summary>Refusals of webhooks.</summary>
public static class WebhookErrors
{
    /// <summary>The company has as many as it may have.</summary>
    public static readonly Refusal LimitReached = new(
        "webhook_limit_reached",
        $"A company can have up to {FieldLimits.Webhooks} webhooks. Delete one that you no longer need."
    );

    /// <summary>A disabled webhook is to send something.</summary>
    public static readonly Refusal Disabled = new("webhook_disabled", "This webhook is disabled. Enable it, then try again.");

    /// <summary>A replay is under way.</summary>
    public static readonly Refusal ReplayRunning = new(
        "webhook_replay_running",
        "This webhook is still sending the events of an earlier replay. Try again when it is done."
    );
}
