using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Console.Design;

/// <summary>
/// What all fields have: a name that the rules know it by, a label, a hint, and the errors of the form that they stand
/// in.
/// </summary>
public abstract class FieldBase : ComponentBase
{
    [CascadingParameter]
    protected FormScope? Scope { get; set; }

    /// <summary>As the rules name it in refusals (camelCase); so it is posted.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What it is called.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What to know before filling it in.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Whether it may stay empty; then it says so.</summary>
    [Parameter]
    public bool Optional { get; set; }

    /// <summary>Whether it may stay empty where the form says so for several fields together.</summary>
    [Parameter]
    public bool MayBeEmpty { get; set; }

    /// <summary>The names of refused fields whose messages belong here too.</summary>
    [Parameter]
    public string? Also { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Scope?.Show(Name);
        if (Also is not null)
            Scope?.Show(Also);
    }

    private protected string Id => $"field-{Name}";

    private protected IReadOnlyList<string> Errors =>
        [.. Scope?.ErrorsOf(Name) ?? [], .. Also is null ? [] : Scope?.ErrorsOf(Also) ?? []];

    private protected string? Invalid => Errors.Count > 0 ? "true" : null;

    private protected string? DescribedBy
    {
        get
        {
            string?[] ids = [Hint is null ? null : $"{Id}-hint", Errors.Count == 0 ? null : $"{Id}-error"];
            return string.Join(' ', ids.OfType<string>()) is { Length: > 0 } described ? described : null;
        }
    }
}
