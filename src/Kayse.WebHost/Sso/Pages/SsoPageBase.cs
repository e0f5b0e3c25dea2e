using Kayse.Grains.Members;
using Kayse.Grains.Sso;
using Kayse.WebHost.Console.Layout;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Sso.Pages;

/// <summary>What the pages of a company's single sign-on share.</summary>
public abstract class SsoPageBase : ConsolePage
{
    /// <summary>Who looks.</summary>
    [CascadingParameter]
    public Me Me { get; set; } = null!;

    /// <summary>How it stands.</summary>
    protected SsoOverview Overview { get; private set; } = null!;

    /// <summary>Whether who looks may change it.</summary>
    protected bool MayChange => Me.Principal.Role == Role.SuperAdmin;

    private protected ICompanySsoGrain Sso => Caller.Company<ICompanySsoGrain>(Grains);

    /// <inheritdoc/>
    protected override async Task LoadAsync() => Overview = await Sso.GetAsync(Caller.Actor);
}
