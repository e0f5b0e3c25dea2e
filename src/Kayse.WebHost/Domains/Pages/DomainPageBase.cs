using Kayse.Grains.Domains;
using Kayse.WebHost.Console.Layout;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Domains.Pages;

/// <summary>What the pages of domains share.</summary>
public abstract class DomainPageBase : ConsolePage
{
    /// <summary>The page of the area.</summary>
    protected const string Back = "/settings/domains";

    /// <summary>Who looks.</summary>
    [CascadingParameter]
    public Me Me { get; set; } = null!;

    private protected ICompanyDomainsGrain Domains => Caller.Company<ICompanyDomainsGrain>(Grains);

    /// <summary>The page of a domain.</summary>
    protected static string UrlOf(DomainView domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return $"{Back}/{domain.Domain}";
    }

    private protected Task<IReadOnlyList<DomainView>> ListAsync() => Domains.ListAsync(Caller.Actor);
}
