using System.Globalization;
using Kayse.Grains.Webhooks;

namespace Kayse.WebHost.Webhooks.Pages;

/// <summary>What the console says of webhooks.</summary>
internal static class WebhookWords
{
    public static (string Tone, string Word) Of(WebhookStatus status) =>
        status switch
        {
            WebhookStatus.Enabled => ("good", "Enabled"),
            WebhookStatus.Failing => ("warn", "Failing"),
            _ => ("faint", "Disabled"),
        };

    public static (string Tone, string Word) Of(WebhookDeliveryState state) =>
        state switch
        {
            WebhookDeliveryState.Delivered => ("good", "Delivered"),
            WebhookDeliveryState.Failed => ("bad", "Failed"),
            _ => ("accent", "Pending"),
        };

    public static string Of(WebhookDisabledReason? reason) =>
        reason switch
        {
            WebhookDisabledReason.Gone => "The receiver answered 410 Gone.",
            WebhookDisabledReason.Failing => "All attempts of five days have failed.",
            _ => "An admin has disabled it.",
        };

    /// <summary>What came of an attempt, in a few words.</summary>
    public static string Of(WebhookAttempt attempt) =>
        attempt.Status is { } status
            ? string.Create(CultureInfo.InvariantCulture, $"{status} in {attempt.DurationMs:N0} ms")
            : attempt.Outcome switch
            {
                WebhookOutcome.TimedOut => "No complete response within 15 seconds",
                WebhookOutcome.NotAllowed => "The address leads into a private network",
                WebhookOutcome.InvalidResponse => "The response was cut off, or larger than 1 MiB",
                WebhookOutcome.SecretLost => "The secret can't be read. Rotate it",
                _ => "No connection",
            };

    public static string Of(IReadOnlyList<string> types) =>
        types is [WebhookTypes.Everything] ? "All events"
        : types.Count == 1 ? types[0]
        : string.Create(CultureInfo.InvariantCulture, $"{types.Count} types of events");

    public static string HostOf(WebhookView webhook) =>
        Uri.TryCreate(webhook.Url, UriKind.Absolute, out var url) ? url.Authority : webhook.Url;
}
