using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.WebHost.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.ApiKeys.Pages;

/// <summary>A page about one of the company's keys.</summary>
public abstract class ServiceKeyPage : ConsolePage
{
    /// <summary>The list of keys.</summary>
    protected const string Back = "/settings/service-keys";

    /// <summary>The key's id.</summary>
    [Parameter]
    public string KeyId { get; set; } = "";

    /// <summary>The key.</summary>
    protected ServiceKeyView Key { get; private set; } = null!;

    /// <summary>The company's grain.</summary>
    protected ICompanyServiceKeysGrain ServiceKeys => Caller.Company<ICompanyServiceKeysGrain>(Grains);

    /// <inheritdoc/>
    protected override async Task LoadAsync() =>
        Key =
            (await ServiceKeys.ListServiceKeysAsync(Caller.Actor)).FirstOrDefault(key => key.Id == KeyId)
            ?? throw new RefusedException(GeneralErrors.NotFound);
}
