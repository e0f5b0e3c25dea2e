namespace Kayse.Grains.Billing;

/// <summary>How what a company has spent this month compares with its cap. Service goes on in any case.</summary>
[GenerateSerializer, Alias("kayse.cap-status")]
public enum CapStatus
{
    /// <summary>Less than 80% of the cap; also without a cap, or without prices.</summary>
    Within = 0,

    /// <summary>80% of the cap or more.</summary>
    Near = 1,

    /// <summary>The cap or more.</summary>
    Reached = 2,
}
