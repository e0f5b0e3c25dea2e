namespace Kayse.Grains.Companies;

/// <summary>How many people a company may have; section <c>Kayse:Seats</c>.</summary>
public sealed class SeatOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Seats";

    /// <summary>The seats of a company that has set no limit itself; at least 1, null for any number.</summary>
    public int? Default { get; set; }

    /// <summary>The most that a company can have, whatever it sets; at least 1, null for any number.</summary>
    public int? Maximum { get; set; }
}
