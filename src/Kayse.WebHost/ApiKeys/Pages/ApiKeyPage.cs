using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.WebHost.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.ApiKeys.Pages;

/// <summary>A page about one of the person's keys.</summary>
public abstract class ApiKeyPage : ConsolePage
{
    /// <summary>The key's id.</summary>
    [Parameter]
    public string KeyId { get; set; } = "";

    /// <summary>The key.</summary>
    protected ApiKeyView Key { get; private set; } = null!;

    /// <inheritdoc/>
    protected override async Task LoadAsync() =>
        Key =
            (await Caller.User<IApiKeysGrain>(Grains).ListApiKeysAsync()).FirstOrDefault(key => key.Id == KeyId)
            ?? throw new RefusedException(GeneralErrors.NotFound);
}
