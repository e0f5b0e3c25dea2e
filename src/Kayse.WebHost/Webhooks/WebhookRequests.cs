using Kayse.Grains.Errors;
using Kayse.Grains.Webhooks;
using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Webhooks;

/// <summary>Creates a webhook.</summary>
internal sealed class CreateWebhookRequest
{
    private const string FromNow = "now";

    /// <summary>Where events are sent: https, on port 443 or 8443.</summary>
    public required string Url { get; init; }

    /// <summary>Which types of the event feed; <c>*</c> alone, or absent, for all.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>From when on: <c>now</c>, or absent; or a <c>nextCursor</c> of the event feed.</summary>
    public string? From { get; init; }

    public CreateWebhook ToCommand(string webhookId) =>
        new(webhookId, Url, Types ?? [WebhookTypes.Everything], From == FromNow ? null : From);
}

/// <summary>Changes a webhook; absent fields stay as they are.</summary>
internal sealed class UpdateWebhookRequest
{
    /// <summary>Where events are sent. Needs step-up, and no API key can change it.</summary>
    public Optional<string?> Url { get; init; }

    /// <summary>Which types of the event feed, in place of those before; <c>*</c> alone for all.</summary>
    public Optional<IReadOnlyList<string>?> Types { get; init; }

    /// <summary>Whether events are sent. When it is enabled again, what waits is sent.</summary>
    public Optional<bool?> Enabled { get; init; }

    public UpdateWebhook ToCommand(long? expectedVersion)
    {
        Optionals.RefuseNull(("url", Url.IsNull), ("types", Types.IsNull), ("enabled", Enabled.IsNull));
        return new()
        {
            Url = Url.Value,
            Types = Types.Value,
            IsEnabled = Enabled.Value,
            ExpectedVersion = expectedVersion,
        };
    }
}

/// <summary>Events to send again, by the <c>sequence</c> that is in their body.</summary>
internal sealed class ReplayRequest
{
    /// <summary>The first.</summary>
    public required long From { get; init; }

    /// <summary>The last; absent: the first alone.</summary>
    public long? To { get; init; }

    public ReplayRange ToRange() => new(From, To ?? From);
}
