using Kayse.Grains.Webhooks;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Webhooks.Pages;

/// <summary>A page about one of the company's webhooks.</summary>
public abstract class OneWebhookPage : WebhookPageBase
{
    /// <summary>The webhook's id, as the address says it.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>The webhook.</summary>
    protected WebhookView Webhook { get; private set; } = null!;

    /// <summary>The host of its address.</summary>
    protected string Host => WebhookWords.HostOf(Webhook);

    /// <summary>Its own page.</summary>
    protected string Url => UrlOf(Webhook);

    /// <inheritdoc/>
    protected override Task LoadAsync() => ReadAsync();

    /// <summary>Reads it anew.</summary>
    protected async Task ReadAsync() => Webhook = await Webhooks.GetWebhookAsync(Caller.Actor, WellFormed(Id));
}
