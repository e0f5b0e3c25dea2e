using Kayse.Grains.Errors;
using Kayse.Grains.Passkeys;
using Kayse.WebHost.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Passkeys.Pages;

/// <summary>A page about one of the person's passkeys.</summary>
public abstract class PasskeyPage : ConsolePage
{
    /// <summary>Which.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    private protected PasskeyView Passkey { get; private set; } = null!;

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        var id = WellFormed(Id);
        var list = await Caller.User<IPasskeysGrain>(Grains).ListPasskeysAsync();
        Passkey = list.Items.FirstOrDefault(passkey => passkey.Id == id) ?? throw new RefusedException(GeneralErrors.NotFound);
    }
}
