using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.WebHost.Catalogue.Pages;
using Kayse.WebHost.Console.Layout;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Members.Pages;

/// <summary>
/// What the pages about staff and invitations share: the company, its scopes, and how the fields of what people are
/// given are read.
/// </summary>
public abstract class StaffPageBase : ConsolePage
{
    // A company has no more scopes than fit on one page.
    private static readonly PageRequest _allScopes = new(200, Cursor: null);

    /// <summary>Who looks.</summary>
    [CascadingParameter]
    public Me Me { get; set; } = null!;

    /// <summary>Who acts.</summary>
    protected Actor Actor => Caller.Actor;

    /// <summary>Whether who looks could do anything here.</summary>
    protected virtual bool IsMeantForMe => true;

    /// <summary>The role that was chosen; refuses when none was.</summary>
    protected Role PostedRole =>
        Words<Role>.TryParse(Text("role"), out var role) ? role : throw new RefusedException(HttpErrors.Field("role", "Choose a role."));

    /// <inheritdoc/>
    protected override Task LoadAsync()
    {
        ShowOnlyIf(IsMeantForMe);
        return Task.CompletedTask;
    }

    /// <summary>All scopes, by name.</summary>
    protected async Task<IReadOnlyList<ScopeView>> ScopesAsync() =>
        (await Caller.Company<ICompanyScopesGrain>(Grains).ListScopesAsync(Actor, _allScopes)).Items;

    /// <summary>What agents are called.</summary>
    protected Task<CatalogueNames> AgentNamesAsync() => CatalogueNames.OfAgentsAsync(Caller, Grains);

    /// <summary>
    /// The access that was chosen, in what the form offers. Scopes are only for Users; with all case types the form
    /// hides the scopes, and what is ticked there then doesn't count.
    /// </summary>
    protected AccessChange PostedAccess(Role role)
    {
        var cases = role == Role.User ? Assigned("caseAccess", Chosen("scopeIds")) : (null, null);
        var agents = PostedAgents;
        return new AccessChange(role, cases.Mode, cases.Ids, PermissionsFor(role), agents.Mode, agents.Ids);
    }

    /// <summary>The agent access that was chosen, and the agents under it, in every role.</summary>
    private protected (AccessMode? Mode, IReadOnlyList<string>? Ids) PostedAgents => Assigned("agentAccess", Lines("agentIds"));

    private (AccessMode? Mode, IReadOnlyList<string>? Ids) Assigned(string name, IReadOnlyList<string> ids)
    {
        if (!Words<AccessMode>.TryParse(Text(name), out var mode))
            return (null, ids.Count == 0 ? null : ids);
        return (mode, mode == AccessMode.All ? [] : ids);
    }

    /// <summary>
    /// What was ticked under a name that only concerns Users: for another role the form hides it, and what it holds
    /// then doesn't count.
    /// </summary>
    protected IReadOnlyList<string> ChosenFor(Role role, string name) => role == Role.User ? Chosen(name) : [];

    /// <summary>The permissions that the form grants to a role.</summary>
    protected IReadOnlyList<string> PermissionsFor(Role role) =>
        role == Role.Admin ? Chosen("adminPermissions") : ChosenFor(role, "permissions");

    /// <summary>What was ticked under a name, or typed there, one a line; without empty lines.</summary>
    protected IReadOnlyList<string> Lines(string name) =>
        [.. Chosen(name).SelectMany(value => value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
