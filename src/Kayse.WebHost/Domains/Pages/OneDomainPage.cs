using Kayse.Grains.Domains;
using Kayse.Grains.Errors;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Domains.Pages;

/// <summary>A page about one of the company's domains.</summary>
public abstract class OneDomainPage : DomainPageBase
{
    /// <summary>The domain, as the address says it.</summary>
    [Parameter]
    public string Name { get; set; } = "";

    /// <summary>The domain.</summary>
    protected DomainView Domain { get; private set; } = null!;

    /// <inheritdoc/>
    protected override Task LoadAsync() => ReadAsync();

    /// <summary>Reads it anew.</summary>
    protected async Task ReadAsync() =>
        Domain =
            (await ListAsync()).FirstOrDefault(domain => string.Equals(domain.Domain, Name, StringComparison.OrdinalIgnoreCase))
            ?? throw new RefusedException(GeneralErrors.NotFound);
}
