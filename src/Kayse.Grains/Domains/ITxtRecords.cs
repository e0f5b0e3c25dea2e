namespace Kayse.Grains.Domains;

/// <summary>Reads TXT records from the DNS. Implementations may be used from any number of threads.</summary>
public interface ITxtRecords
{
    /// <summary>
    /// The texts of all TXT records of a name, each put together from its parts; empty when there are none. Null when
    /// no name server gave a usable answer in time, which says nothing of the records.
    /// </summary>
    /// <param name="name">Fully qualified, ASCII, without a dot at the end.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<string>?> FindAsync(string name, CancellationToken cancellationToken = default);
}
