using System.Collections.Concurrent;
using Kayse.Grains.Domains;

namespace Kayse.Grains.Tests.Hosting;

/// <summary>The TXT records that a test has published.</summary>
internal sealed class TestDns : ITxtRecords
{
    private readonly ConcurrentDictionary<string, string[]> _records = new(StringComparer.Ordinal);

    /// <summary>Whether name servers don't answer.</summary>
    public bool IsDown { get; set; }

    public void Publish(DomainView domain) => Publish(domain, domain.RecordValue);

    public void Publish(DomainView domain, params string[] texts) => _records[domain.RecordName] = texts;

    public void Withdraw(DomainView domain) => _records.TryRemove(domain.RecordName, out _);

    public Task<IReadOnlyList<string>?> FindAsync(string name, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<string>?>(IsDown ? null : _records.GetValueOrDefault(name) ?? []);
}
