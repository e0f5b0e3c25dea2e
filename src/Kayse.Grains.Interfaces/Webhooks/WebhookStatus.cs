namespace Kayse.Grains.Webhooks;

/// <summary>How a webhook stands.</summary>
[GenerateSerializer, Alias("kayse.webhook-status")]
public enum WebhookStatus
{
    /// <summary>Events are sent.</summary>
    Enabled = 0,

    /// <summary>Events are sent, but no attempt has succeeded since one failed.</summary>
    Failing = 1,

    /// <summary>Nothing is sent; see <see cref="WebhookDisabledReason"/>.</summary>
    Disabled = 2,
}

/// <summary>Why a webhook is disabled.</summary>
[GenerateSerializer, Alias("kayse.webhook-disabled-reason")]
public enum WebhookDisabledReason
{
    /// <summary>An admin has disabled it.</summary>
    ByAdmin = 0,

    /// <summary>Its receiver answered 410 Gone.</summary>
    Gone = 1,

    /// <summary>All attempts of five days have failed.</summary>
    Failing = 2,
}
