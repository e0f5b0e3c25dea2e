namespace Kayse.Grains.Support;

/// <summary>What support is asked to change.</summary>
[GenerateSerializer, Alias("kayse.change-subject")]
public enum ChangeSubject
{
    /// <summary>The company's subscription.</summary>
    Subscription = 0,

    /// <summary>Where invoices go, and how they are paid.</summary>
    BillingDetails = 1,
}
