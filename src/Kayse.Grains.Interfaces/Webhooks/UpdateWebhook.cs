namespace Kayse.Grains.Webhooks;

/// <summary>Changes a webhook. What is null stays.</summary>
[GenerateSerializer, Immutable, Alias("kayse.update-webhook")]
public sealed record UpdateWebhook
{
    /// <summary>Where events are sent.</summary>
    [Id(0)]
    public string? Url { get; init; }

    /// <summary>Which events, in place of those before.</summary>
    [Id(1)]
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>Whether events are sent.</summary>
    [Id(2)]
    public bool? IsEnabled { get; init; }

    /// <summary>The version that the change is meant for; null: any.</summary>
    [Id(3)]
    public long? ExpectedVersion { get; init; }
}
