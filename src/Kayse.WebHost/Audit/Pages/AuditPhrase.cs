using Kayse.Grains.Audit;
using Kayse.WebHost.Console.Design;

namespace Kayse.WebHost.Audit.Pages;

/// <summary>The parts of an entry from which sentences are made.</summary>
internal sealed record AuditPhrase(AuditRecord Record, AuditValues Values)
{
    /// <summary>What it was done to.</summary>
    public string Name => Record.Target.Name;

    /// <summary>Whether somebody did it to themselves.</summary>
    public bool IsOfOneself => Record.Actor.UserId is { } userId && userId == Record.Target.Id;

    /// <summary>In place of "Ada Vale changed the details of Ada Vale".</summary>
    public string NameOrOwn => IsOfOneself ? "their own account" : Name;

    public string NameOrThemselves => IsOfOneself ? "themselves" : Name;

    /// <summary>The fields that differ.</summary>
    public string Fields =>
        Differing.Count == 0 ? "nothing" : string.Join(", ", Differing.Select(change => Words.OfField(change.Field).ToLowerInvariant()));

    // An access mode is there also when only what is assigned under it has changed.
    private IReadOnlyList<AuditChange> Differing => [.. Record.Changes.Where(change => change.Before != change.After)];

    /// <summary>The role that somebody gets, as <c> as Admin</c>; empty when the entry doesn't say.</summary>
    public string AsRole => Change("role")?.After is { } role ? $" as {Values.InWords("role", role)}" : "";

    /// <summary>A field before and after, as <c> from User to Admin</c>; empty when the entry doesn't say.</summary>
    public string FromTo(string field) =>
        Change(field) is { Before: not null, After: not null } change
            ? $" from {Values.InWords(field, change.Before)} to {Values.InWords(field, change.After)}"
            : "";

    private AuditChange? Change(string field) => Record.Changes.FirstOrDefault(change => change.Field == field);
}
