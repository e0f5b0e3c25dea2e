namespace Kayse.Grains.TwoFactor;

/// <summary>A reset of a person's second factors that waits.</summary>
/// <param name="CompanyId">The company whose admin asked for it.</param>
/// <param name="CompanyName">Its name.</param>
/// <param name="At">From when on they are gone, unless it is cancelled.</param>
internal sealed record FactorReset(string CompanyId, string CompanyName, DateTimeOffset At);
