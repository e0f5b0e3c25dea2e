using Kayse.Grains.Sso;
using Kayse.WebHost.Console.Layout;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Sso.Oidc.Pages;

/// <summary>What the pages of the OpenID Connect connection share.</summary>
public abstract class OidcPageBase : ConsolePage
{
    /// <summary>The page of single sign-on.</summary>
    protected const string Overview = "/settings/single-sign-on";

    /// <summary>The page of the connection.</summary>
    protected const string Here = "/settings/single-sign-on/oidc";

    /// <summary>Who looks.</summary>
    [CascadingParameter]
    public Me Me { get; set; } = null!;

    [Inject]
    internal OidcAddress Address { get; set; } = null!;

    /// <summary>As they are, without the secret; null while there are none.</summary>
    protected OidcSettings? Settings { get; private set; }

    private protected ICompanySsoGrain Sso => Caller.Company<ICompanySsoGrain>(Grains);

    /// <inheritdoc/>
    protected override async Task LoadAsync() => Settings = (await Sso.GetAsync(Caller.Actor)).Connection(SsoProtocol.Oidc)?.Oidc;
}
