using Kayse.Grains.Members;
using Kayse.WebHost.Console.Layout;
using Kayse.WebHost.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Sso.Saml.Pages;

/// <summary>What the pages of the SAML connection share.</summary>
public abstract class SamlPageBase : ConsolePage
{
    /// <summary>The page of single sign-on.</summary>
    protected const string Overview = "/settings/single-sign-on";

    /// <summary>The page of the connection.</summary>
    protected const string Here = "/settings/single-sign-on/saml";

    /// <summary>Who looks.</summary>
    [CascadingParameter]
    public Me Me { get; set; } = null!;

    [Inject]
    internal SamlSetup Setup { get; set; } = null!;

    internal SamlView View { get; private set; } = null!;

    private protected string CompanyId => Caller.Principal.CompanyId;

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        ShowOnlyIf(Me.Principal.Role == Role.SuperAdmin);
        View = await Setup.ShowAsync(Caller, CompanyId);
    }
}
