using Kayse.Grains.Sso;
using Kayse.WebHost.Sso.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Sso.Oidc.Pages;

/// <summary>What the pages of the OpenID Connect connection share.</summary>
public abstract class OidcPageBase : SsoPageBase
{
    /// <summary>The page of the connection.</summary>
    protected static string Here { get; } = SsoPages.Of(SsoProtocol.Oidc);

    [Inject]
    internal OidcAddress Address { get; set; } = null!;

    /// <summary>As they are, without the secret; null while there are none.</summary>
    protected OidcSettings? Settings => Overview.Connection(SsoProtocol.Oidc)?.Oidc;

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        ShowOnlyIf(MayChange);
    }
}
