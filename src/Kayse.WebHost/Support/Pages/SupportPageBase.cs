using Kayse.Grains.Members;
using Kayse.Grains.Support;
using Kayse.WebHost.Console.Layout;
using Kayse.WebHost.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Support.Pages;

/// <summary>What the pages of help share.</summary>
public abstract class SupportPageBase : ConsolePage
{
    /// <summary>The page of help.</summary>
    protected const string HelpUrl = "/help";

    /// <summary>Who looks.</summary>
    [CascadingParameter]
    public Me Me { get; set; } = null!;

    /// <summary>The trace id of the request in question, if the address names one.</summary>
    [SupplyParameterFromQuery]
    public string? Trace { get; set; }

    /// <summary>How people reach support.</summary>
    protected SupportOptions Channels => Options.Value;

    /// <summary>What support is to know of what happened.</summary>
    protected Diagnostics Diagnostics { get; private set; } = null!;

    /// <summary>Whether they may ask support for a change.</summary>
    protected bool MayRequestChange => Channels.Email.Length > 0 && Me.May(Permissions.ManageBilling);

    [Inject]
    private IOptions<SupportOptions> Options { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task LoadAsync()
    {
        Diagnostics = DiagnosticBundle.Of(Http, Caller, Clock, TextOrNull("traceId") ?? Trace);
        return Task.CompletedTask;
    }
}
