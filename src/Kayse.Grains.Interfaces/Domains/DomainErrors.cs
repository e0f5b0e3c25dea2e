using Kayse.Grains.Errors;

namespace Kayse.Grains.Domains;

/// <summary>Refusals of domains.</summary>
public static class DomainErrors
{
    /// <summary>Not a domain that email addresses can have.</summary>
    public static readonly Refusal Invalid = Field("domain_invalid", "Enter a domain, such as jones.example.");

    /// <summary>A domain where anybody can have an address.</summary>
    public static readonly Refusal Public = Field(
        "domain_public",
        "Anyone can get an email address at this domain, so no company can verify it. Enter a domain that belongs to your company."
    );

    /// <summary>The company has as many as it may.</summary>
    public static readonly Refusal LimitReached = new(
        "domain_limit_reached",
        $"A company can have up to {FieldLimits.Domains} domains. Remove one that you no longer need."
    );

    /// <summary>Another company has verified it.</summary>
    public static readonly Refusal InUse = new(
        "domain_in_use",
        "Another company has verified this domain. It must remove the domain before you can verify it. If it isn't theirs, contact support."
    );

    private static Refusal Field(string code, string message) =>
        new(code, message) { Fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["domain"] = [message] } };
}
