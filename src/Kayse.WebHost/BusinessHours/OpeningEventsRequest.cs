namespace Kayse.WebHost.BusinessHours;

/// <summary>Whether the event feed has when the company opens and closes.</summary>
internal sealed class OpeningEventsRequest
{
    /// <summary>Whether it does from now on.</summary>
    public required bool Enabled { get; init; }
}

/// <summary>Whether the event feed has when the company opens and closes.</summary>
/// <param name="Enabled">Whether it does.</param>
internal sealed record OpeningEventsResponse(bool Enabled);
