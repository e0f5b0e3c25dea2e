namespace Kayse.Grains.BusinessHours;

/// <summary>What decides whether a company is open.</summary>
[GenerateSerializer, Alias("kayse.business-hours-reason")]
public enum BusinessHoursReason
{
    /// <summary>It has set no hours, and counts as open.</summary>
    NotSet = 0,

    /// <summary>The hours of the week.</summary>
    Weekly = 1,

    /// <summary>A day with hours of its own.</summary>
    Exception = 2,
}
