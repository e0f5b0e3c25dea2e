using System.Diagnostics.Metrics;
using System.Text.Json;

namespace Kayse.Grains.Webhooks;

/// <summary>Counts attempts to send events to webhooks as <c>kayse.webhook.attempts</c>, by outcome.</summary>
public sealed class WebhookMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Kayse.Webhooks";

    private readonly Counter<long> _attempts;

    /// <summary>Makes it for one host.</summary>
    public WebhookMeter(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _attempts = meters
            .Create(Name)
            .CreateCounter<long>("kayse.webhook.attempts", "{attempt}", "Attempts to send events to webhooks.");
    }

    internal void Count(WebhookOutcome outcome) => _attempts.Add(1, new KeyValuePair<string, object?>("outcome", WordOf(outcome)));

    private static string WordOf(WebhookOutcome outcome) => JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString());
}
