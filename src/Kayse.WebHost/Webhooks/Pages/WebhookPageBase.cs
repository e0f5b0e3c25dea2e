using Kayse.Grains.Webhooks;
using Kayse.WebHost.Console.Layout;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Webhooks.Pages;

/// <summary>What the pages of webhooks share.</summary>
public abstract class WebhookPageBase : ConsolePage
{
    /// <summary>The page of the area.</summary>
    protected const string Back = "/settings/webhooks";

    /// <summary>Who looks.</summary>
    [CascadingParameter]
    public Me Me { get; set; } = null!;

    private protected ICompanyWebhooksGrain Webhooks => Caller.Company<ICompanyWebhooksGrain>(Grains);

    /// <summary>The page of a webhook.</summary>
    protected static string UrlOf(WebhookView webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return $"{Back}/{webhook.Id}";
    }

    /// <summary>The types that were chosen in the form.</summary>
    protected IReadOnlyList<string> PostedTypes() =>
        Text("which") == WebhookTypes.Everything ? [WebhookTypes.Everything] : Chosen("types");
}
