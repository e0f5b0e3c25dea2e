namespace Kayse.Grains.Push;

/// <summary>What a person has chosen for all their devices.</summary>
internal sealed record PushSettingsState
{
    /// <summary>Whether messages say more than their title.</summary>
    public bool IsContentAllowed { get; init; }
}
