using Kayse.Grains.Errors;

namespace Kayse.Grains.Scim;

/// <summary>Refusals of a company's directory.</summary>
public static class ScimDirectoryErrors
{
    /// <summary>A company has as many tokens as it may have.</summary>
    public static readonly Refusal TooManyTokens = new(
        "scim_token_limit_reached",
        "You already have two tokens. Revoke the one that your identity provider no longer uses."
    );

    /// <summary>A company has as many groups as it may have.</summary>
    public static readonly Refusal TooManyGroups = new(
        "scim_group_limit_reached",
        "The directory has 1,000 groups. Assign fewer groups at your identity provider."
    );

    /// <summary>The brake is on.</summary>
    public static Refusal Paused(TimeSpan retryAfter) =>
        new(
            "scim_paused",
            "Kayse has paused deactivations because too many people would lose access at once. A Super Admin can resume them in "
                + "Kayse, under Settings, Provisioning."
        )
        {
            RetryAfter = retryAfter,
        };
}
