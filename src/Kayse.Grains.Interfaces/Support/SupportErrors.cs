using Kayse.Grains.Errors;

namespace Kayse.Grains.Support;

/// <summary>Refusals of support.</summary>
public static class SupportErrors
{
    /// <summary>The operator has set no address.</summary>
    public static readonly Refusal Unavailable = new(
        "support_unavailable",
        "Requests can't be sent from here. Contact whoever provides Kayse to you."
    );
}
