namespace Kayse.Grains.Documents;

/// <summary>A chart of bars side by side. A table beside it has the numbers.</summary>
/// <param name="Title">What it shows, and in which unit.</param>
/// <param name="Description">What a screen reader says in its place.</param>
/// <param name="Bars">From left to right.</param>
public sealed record DocumentChart(string Title, string Description, IReadOnlyList<DocumentBar> Bars) : DocumentBlock;

/// <summary>A bar.</summary>
/// <param name="Label">What stands under it, if there is room.</param>
/// <param name="Value">How high it is; below zero it hangs down.</param>
public sealed record DocumentBar(string Label, decimal Value);
