namespace Kayse.Silo.Blobs;

internal static class BlobKey
{
    /// <summary>What a file bears at the end of its name while it is being written; no key has it.</summary>
    public const string Partial = ".partial";

    private const int MaxLength = 200;
    private const int MaxParts = 4;

    /// <summary>
    /// The key. Keys come from grains, but some part of them may come from a request: none leads out of the store, or
    /// to what is being written.
    /// </summary>
    /// <exception cref="ArgumentException">No blob has such a key.</exception>
    public static string Checked(string key)
    {
        var parts = key.Split('/');
        return
            key.Length <= MaxLength && parts.Length <= MaxParts && parts.All(IsName) && !key.EndsWith(Partial, StringComparison.Ordinal)
            ? key
            : throw new ArgumentException($"No blob has the key {key}.", nameof(key));
    }

    private static bool IsName(string part) =>
        part.Length > 0 && part[0] != '.' && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');
}
