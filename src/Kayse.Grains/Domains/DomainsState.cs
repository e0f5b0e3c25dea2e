using Kayse.Grains.State;

namespace Kayse.Grains.Domains;

[NoPersonalData("Domains of the company.")]
internal sealed record DomainsState
{
    /// <summary>By name.</summary>
    public IReadOnlyList<DomainRecord> Domains
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What is still to be done.</summary>
    public IReadOnlyList<DomainStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];

    public DomainRecord? Find(string domain) => Domains.FirstOrDefault(record => record.Domain == domain);

    /// <summary>The state with a domain that is new or changed.</summary>
    public DomainsState With(DomainRecord record, params IEnumerable<DomainStep> steps) =>
        this with
        {
            Domains =
            [
                .. Domains
                    .Where(other => other.Domain != record.Domain)
                    .Append(record)
                    .OrderBy(one => one.Domain, StringComparer.Ordinal),
            ],
            Pending = [.. Pending, .. steps],
        };

    /// <summary>The state without a domain.</summary>
    public DomainsState Without(string domain, params IEnumerable<DomainStep> steps) =>
        this with
        {
            Domains = [.. Domains.Where(other => other.Domain != domain)],
            Pending = [.. Pending, .. steps],
        };
}
