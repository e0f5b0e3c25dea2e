using Kayse.Grains.Errors;

namespace Kayse.WebHost.Console.Design;

/// <summary>
/// What the fields of a form know of it: what was typed when it did not go through, and what was wrong. Each message is
/// said once: at its field, or above the form where no field shows it.
/// </summary>
/// <param name="posted">The fields as they were posted; null when this form wasn't.</param>
/// <param name="refused">Why it did not go through; null when it did, or wasn't posted.</param>
public sealed class FormScope(IFormCollection? posted, Refusal? refused)
{
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);

    /// <summary>Called when a field begins to show its messages: what stands above the form has less to say.</summary>
    public Action WhenErrorShown { get; set; } = () => { };

    /// <summary>Why it did not go through; null when it did, or wasn't posted.</summary>
    public Refusal? Refused => refused;

    /// <summary>The refused fields whose messages stand at a field, in the order of the refusal.</summary>
    public IReadOnlyList<string> ShownErrors => [.. Refused?.Fields?.Keys.Where(_shown.Contains) ?? []];

    /// <summary>The refused fields that no field of the form stands for.</summary>
    public IReadOnlyList<string> OtherErrors => [.. Refused?.Fields?.Keys.Where(name => !_shown.Contains(name)) ?? []];

    /// <summary>What a field shows: what was typed, else what it starts with.</summary>
    public string? ValueOf(string name, string? start) => posted is null ? start : posted[name].ToString();

    /// <summary>Whether a box is ticked or a choice made.</summary>
    public bool IsChosen(string name, string value, bool start) =>
        posted is null ? start : posted[name].Contains(value, StringComparer.Ordinal);

    /// <summary>What is wrong with a field.</summary>
    public IReadOnlyList<string> ErrorsOf(string name) => Refused?.Fields?.GetValueOrDefault(name) ?? [];

    /// <summary>A field shows the messages of that name.</summary>
    public void Show(string name)
    {
        if (Refused?.Fields?.ContainsKey(name) == true && _shown.Add(name))
            WhenErrorShown();
    }
}
