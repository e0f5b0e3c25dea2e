namespace Kayse.Grains.Members;

/// <summary>Which case types, by their scopes, or which agents somebody may work with (RO-7).</summary>
/// <param name="Mode">All, or the assigned ones.</param>
/// <param name="Ids">What is assigned; empty when all are theirs.</param>
internal sealed record Assignment(AccessMode Mode, IReadOnlyList<string> Ids)
{
    /// <summary>
    /// What somebody has for whom nothing was chosen, and whoever is above a User has of the case types.
    /// </summary>
    public static readonly Assignment All = new(AccessMode.All, []);
}
