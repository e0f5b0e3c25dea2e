using Kayse.Grains.Members;
using Kayse.Grains.Scim;
using Kayse.WebHost.Console.Layout;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Scim.Pages;

/// <summary>What the pages of provisioning share.</summary>
public abstract class ScimPageBase : ConsolePage
{
    /// <summary>The page of the area.</summary>
    protected const string Back = "/settings/provisioning";

    /// <summary>Who looks.</summary>
    [CascadingParameter]
    public Me Me { get; set; } = null!;

    /// <summary>Whether they may change the connection.</summary>
    protected bool IsSuperAdmin => Me.Principal.Role == Role.SuperAdmin;

    private protected IScimDirectoryGrain Scim => Caller.Company<IScimDirectoryGrain>(Grains);
}
