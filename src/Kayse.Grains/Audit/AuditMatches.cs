namespace Kayse.Grains.Audit;

/// <summary>
/// Collects what a query finds, from the latest to the oldest: a page of it before a cursor, and how many there are in
/// all.
/// </summary>
internal sealed class AuditMatches(long before, int limit)
{
    private readonly List<long> _page = [];

    public long Total { get; private set; }

    /// <summary>Latest first.</summary>
    public IReadOnlyList<long> Page => _page.Count > limit ? _page[..limit] : _page;

    public bool HasMore => _page.Count > limit;

    /// <summary>Whether these sequences need only be counted.</summary>
    public bool NeedsNone(long first) => HasMore || first >= before;

    public void Count(long sequences) => Total += sequences;

    /// <summary>Adds matches that ascend; all of them lie before those of the last call.</summary>
    public void Add(IReadOnlyList<long> ascending)
    {
        Total += ascending.Count;
        for (var i = ascending.Count - 1; i >= 0 && !HasMore; i--)
        {
            if (ascending[i] < before)
                _page.Add(ascending[i]);
        }
    }
}
