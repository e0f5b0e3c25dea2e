using Kayse.Grains.Catalogue;
using Kayse.Grains.Errors;
using Kayse.WebHost.Console.Layout;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Catalogue.Pages;

/// <summary>What the pages of the catalogue share: which list it is, and what is in it.</summary>
public abstract class CataloguePageBase : ConsolePage
{
    /// <summary>The name of the list in the address; null for the first.</summary>
    [Parameter]
    public string? List { get; set; }

    /// <summary>Who looks.</summary>
    [CascadingParameter]
    public Me Me { get; set; } = null!;

    /// <summary>What is in the list.</summary>
    protected CatalogueView Catalogue { get; private set; } = null!;

    private protected CatalogueList Shown => CatalogueList.Find(List ?? "") ?? throw new RefusedException(GeneralErrors.NotFound);

    private protected ICompanyCatalogueGrain Company => Caller.Company<ICompanyCatalogueGrain>(Grains);

    /// <inheritdoc/>
    protected override Task LoadAsync()
    {
        ShowOnlyIf(Me.IsAdmin);
        return ReadAsync();
    }

    /// <summary>Reads the list anew.</summary>
    protected async Task ReadAsync() => Catalogue = await Company.GetCatalogueAsync(Caller.Actor, Shown.Kind);
}
