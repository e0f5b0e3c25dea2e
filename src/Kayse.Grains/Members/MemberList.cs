using System.Globalization;
using Kayse.Grains.Lists;

namespace Kayse.Grains.Members;

/// <summary>
/// The roster in the orders in which it is asked for. What members are found and sorted by is worked out once for each
/// state of theirs, an order once for each state of the roster.
/// </summary>
internal sealed class MemberList(Roster roster)
{
    private readonly Dictionary<MemberSort, Entry[]> _sorted = [];
    private Dictionary<string, int>? _withScope;
    private Dictionary<string, Listed> _listed = new(StringComparer.Ordinal);
    private long _version = -1;

    /// <param name="filter">Which members.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="lastActive">When who was last active; whoever is missing never was.</param>
    public Page<MemberView> Cut(MemberFilter filter, PageRequest page, IReadOnlyDictionary<string, DateTimeOffset> lastActive)
    {
        Refresh();
        var sorted =
            filter.Sort == MemberSort.LastActiveAt ? SortedBy(member => TimeKey(LastActiveOf(member, lastActive))) : Sorted(filter.Sort);
        var list = $"members {filter.Sort} {(filter.Descending ? "descending" : "ascending")}";
        var after = page.Cursor is null ? null : Paging.Decode(page.Cursor, list);
        var words = SearchText.WordsOf(filter.Search);
        var (total, skipped, more) = (0, 0, false);
        var items = new List<Entry>();
        foreach (var entry in filter.Descending ? sorted.Reverse() : sorted)
        {
            if (!entry.Member.Matches(filter, words))
                continue;
            total++;
            if (after is not null && string.CompareOrdinal(entry.Key, after) * (filter.Descending ? -1 : 1) <= 0)
                continue;
            if (skipped < page.Skip)
            {
                skipped++;
                continue;
            }

            more = items.Count == page.Limit;
            if (!more)
                items.Add(entry);
        }

        var views = items.Select(entry => entry.Member.Record.View with { LastActiveAt = LastActiveOf(entry.Member, lastActive) });
        return new Page<MemberView>([.. views], more ? Paging.Encode(items[^1].Key, list) : null, total);
    }

    /// <summary>Something of each member of whom there is such a thing, by name.</summary>
    /// <param name="list">What tells cursors of this list from those of others.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="of">What there is of a member; null for nothing.</param>
    public Page<T> CutByName<T>(string list, PageRequest page, Func<MemberRecord, T?> of)
        where T : class
    {
        Refresh();
        var after = page.Cursor is null ? null : Paging.Decode(page.Cursor, list);
        var (total, more, last) = (0, false, "");
        var items = new List<T>();
        foreach (var entry in Sorted(MemberSort.Name))
        {
            if (of(entry.Member.Record) is not { } item)
                continue;
            total++;
            if (after is not null && string.CompareOrdinal(entry.Key, after) <= 0)
                continue;
            more = items.Count == page.Limit;
            if (more)
                continue;
            items.Add(item);
            last = entry.Key;
        }

        return new Page<T>(items, more ? Paging.Encode(last, list) : null, total);
    }

    /// <summary>The members whom a search finds, as <see cref="MemberFilter.Search"/> does.</summary>
    public IEnumerable<MemberRecord> Find(string search)
    {
        Refresh();
        var words = SearchText.WordsOf(search);
        return _listed.Values.Where(member => member.Has(words)).Select(member => member.Record);
    }

    /// <summary>How many members have a scope.</summary>
    public int CountWith(string scopeId)
    {
        Refresh();
        _withScope ??= roster
            .Members.SelectMany(member => member.Access.ScopeIds)
            .CountBy(id => id, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return _withScope.GetValueOrDefault(scopeId);
    }

    private static DateTimeOffset? LastActiveOf(Listed member, IReadOnlyDictionary<string, DateTimeOffset> lastActive) =>
        lastActive.TryGetValue(member.Record.UserId, out var at) ? at : null;

    private static string TimeKey(DateTimeOffset? at) => (at?.UtcTicks ?? 0).ToString("d19", CultureInfo.InvariantCulture);

    private void Refresh()
    {
        if (_version == roster.Version)
            return;
        var before = _listed;
        _listed = roster
            .Members.Where(member => !member.Removed)
            .ToDictionary(
                member => member.UserId,
                member =>
                    before.TryGetValue(member.UserId, out var known) && ReferenceEquals(known.Record, member)
                        ? known
                        : new Listed(member),
                StringComparer.Ordinal
            );
        _sorted.Clear();
        _withScope = null;
        _version = roster.Version;
    }

    private Entry[] Sorted(MemberSort sort)
    {
        if (!_sorted.TryGetValue(sort, out var sorted))
            _sorted[sort] = sorted = SortedBy(KeyOf(sort));
        return sorted;
    }

    private Entry[] SortedBy(Func<Listed, string> keyOf)
    {
        Entry[] entries = [.. _listed.Values.Select(member => new Entry($"{keyOf(member)}\n{member.NameKey}", member))];
        Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return entries;
    }

    private static Func<Listed, string> KeyOf(MemberSort sort) =>
        sort switch
        {
            MemberSort.Email => member => member.Record.Email,
            MemberSort.Role => member => ((int)member.Record.Role).ToString(CultureInfo.InvariantCulture),
            MemberSort.JoinedAt => member => TimeKey(member.Record.JoinedAt),
            MemberSort.Status => member => ((int)member.Record.Status).ToString(CultureInfo.InvariantCulture),
            _ => _ => "",
        };

    private readonly record struct Entry(string Key, Listed Member);

    private sealed class Listed(MemberRecord record)
    {
        private readonly string _text = SearchText.Of($"{record.FullName}\n{record.Email}\n{record.JobTitle}");

        public MemberRecord Record { get; } = record;

        /// <summary>Unique, and in the order of names.</summary>
        public string NameKey { get; } = $"{SearchText.Of(record.FullName)}\n{record.UserId}";

        public bool Matches(MemberFilter filter, IReadOnlyList<string> words)
        {
            if ((filter.Role is { } role && role != Record.Role) || (filter.Status is { } status && status != Record.Status))
                return false;
            if (filter.TwoFactorEnabled is { } enabled && enabled != Record.TwoFactorEnabled)
                return false;
            return Has(words);
        }

        public bool Has(IReadOnlyList<string> words)
        {
            foreach (var word in words)
            {
                if (!_text.Contains(word, StringComparison.Ordinal))
                    return false;
            }

            return true;
        }
    }
}
