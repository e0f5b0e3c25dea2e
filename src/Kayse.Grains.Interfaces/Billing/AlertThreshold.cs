namespace Kayse.Grains.Billing;

/// <summary>What an alert is about.</summary>
[GenerateSerializer, Alias("kayse.alert-threshold")]
public enum AlertThreshold
{
    /// <summary>The month is expected to come to more than the cap.</summary>
    ProjectedOver = 0,

    /// <summary>80% of the cap is spent.</summary>
    Near = 1,

    /// <summary>The cap is spent.</summary>
    Reached = 2,
}
