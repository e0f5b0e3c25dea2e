using Kayse.Grains.Errors;

namespace Kayse.WebHost.Console.Design;

/// <summary>
/// What the fields of a form know of it: what was typed when it did not go through, and what was wrong.
/// </summary>
/// <param name="Posted">The fields as they were posted; null when this form wasn't.</param>
/// <param name="Refused">Why it did not go through; null when it did, or wasn't posted.</param>
public sealed record FormScope(IFormCollection? Posted, Refusal? Refused)
{
    /// <summary>What a field shows: what was typed, else what it starts with.</summary>
    public string? ValueOf(string name, string? start) => Posted is null ? start : Posted[name].ToString();

    /// <summary>Whether a box is ticked or a choice made.</summary>
    public bool IsChosen(string name, string value, bool start) =>
        Posted is null ? start : Posted[name].Contains(value, StringComparer.Ordinal);

    /// <summary>What is wrong with a field.</summary>
    public IReadOnlyList<string> ErrorsOf(string name) => Refused?.Fields?.GetValueOrDefault(name) ?? [];
}
