using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Kayse.Grains.Passwords;

/// <summary>
/// The most common passwords of 8 characters or more (Data/README.md says whence), read when first asked for.
/// </summary>
internal static class CommonPasswords
{
    private static readonly Lazy<FrozenSet<string>> _list = new(Read);

    /// <summary>How many there are.</summary>
    public static int Count => _list.Value.Count;

    /// <summary>
    /// Whether a password is on the list, whatever its case and the blanks around it, or is one that is with nothing
    /// but numbers and symbols after it. Without the second rule the list would be idle: the rule of letters, numbers
    /// and symbols refuses nearly all of it, and "Password1!" is what people make of it then.
    /// </summary>
    public static bool Contain(string password)
    {
        var list = _list.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        var rest = password.AsSpan().Trim();
        while (!list.Contains(rest))
        {
            if (Rune.DecodeLastFromUtf16(rest, out var last, out var length) != OperationStatus.Done || Rune.IsLetter(last))
                return false;
            rest = rest[..^length];
        }

        return true;
    }

    private static FrozenSet<string> Read()
    {
        using var resource =
            typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is not in the assembly.");
        using var reader = new StreamReader(resource);
        var list = new List<string>();
        while (reader.ReadLine() is { } line)
            list.Add(line);
        return list.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
