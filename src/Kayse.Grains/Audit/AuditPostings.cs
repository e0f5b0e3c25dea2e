using Kayse.Grains.State;

namespace Kayse.Grains.Audit;

/// <summary>
/// Where in the log a person, an action or a target is found: a list of sequences for each, in blocks, of which the
/// last is rewritten as it grows.
/// </summary>
internal sealed class AuditPostings(GrainRecords records)
{
    public const int BlockCapacity = 8192;

    /// <summary>
    /// Adds sequences, which may overlap with what is there: a batch that a crash interrupted is added again.
    /// </summary>
    public async Task AddAsync(string list, IReadOnlyList<long> sequences)
    {
        var stored = await records.ReadAsync<AuditPostingState>(list);
        var state = stored.State!;
        var fresh = sequences.Where(sequence => sequence >= state.End).ToList();
        if (fresh.Count == 0)
            return;
        long[] tail = [.. NumberList.Decode(state.Tail), .. fresh];
        if (tail.Length >= BlockCapacity)
        {
            await FillBlockAsync(list, state, tail[..BlockCapacity]);
            tail = tail[BlockCapacity..];
        }

        stored.State = new AuditPostingState
        {
            End = fresh[^1] + 1,
            Deleted = state.Deleted,
            Full = state.Full,
            Tail = NumberList.Encode(tail),
        };
        await records.WriteAsync(list, stored);
    }

    /// <summary>Forgets the sequences before one, as far as they fill blocks; may be repeated.</summary>
    public async Task DeleteAsync(string list, long before)
    {
        var stored = await records.ReadAsync<AuditPostingState>(list);
        var state = stored.State!;
        var deleted = state.Full.TakeWhile(block => block.Last < before).Count();
        for (var block = 0; block < deleted; block++)
            await records.RemoveAsync<AuditBlockState>(NameOf(list, state.Deleted + block));
        long[] tail = [.. NumberList.Decode(state.Tail).Where(sequence => sequence >= before)];
        if (deleted == state.Full.Count && tail.Length == 0)
        {
            await records.RemoveAsync<AuditPostingState>(list);
            return;
        }

        stored.State = new AuditPostingState
        {
            End = state.End,
            Deleted = state.Deleted + deleted,
            Full = state.Full[deleted..],
            Tail = NumberList.Encode(tail),
        };
        await records.WriteAsync(list, stored);
    }

    public async Task<AuditSequences> OpenAsync(string list)
    {
        var state = (await records.ReadAsync<AuditPostingState>(list)).State!;
        var tail = NumberList.Decode(state.Tail);
        IEnumerable<AuditBlock> last = tail.Length > 0 ? [new AuditBlock(tail[0], tail[^1], tail.Length)] : [];
        return new AuditSequences(
            [.. state.Full, .. last],
            async block =>
                block == state.Full.Count
                    ? tail
                    : NumberList.Decode((await records.ReadAsync<AuditBlockState>(NameOf(list, state.Deleted + block))).State!.Sequences)
        );
    }

    private async Task FillBlockAsync(string list, AuditPostingState state, long[] sequences)
    {
        await records.PutAsync(
            NameOf(list, state.Deleted + state.Full.Count),
            new AuditBlockState { Sequences = NumberList.Encode(sequences) }
        );
        state.Full.Add(new AuditBlock(sequences[0], sequences[^1], sequences.Length));
    }

    private static string NameOf(string list, int block) => FormattableString.Invariant($"{list}-{block:d5}");
}
