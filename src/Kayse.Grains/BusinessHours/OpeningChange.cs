namespace Kayse.Grains.BusinessHours;

/// <summary>That a company opened or closed.</summary>
/// <param name="Open">Whether it has been open since.</param>
/// <param name="At">When.</param>
internal sealed record OpeningChange(bool Open, DateTimeOffset At);
