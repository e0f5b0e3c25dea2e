namespace Kayse.Grains.Audit;

/// <summary>What something was done to.</summary>
/// <param name="Kind">One of <see cref="AuditTargetKinds"/>.</param>
/// <param name="Id">The id of it; of a member it is the user id.</param>
/// <param name="Name">As it was called then.</param>
[GenerateSerializer, Immutable, Alias("kayse.audit-target")]
public sealed record AuditTarget([property: Id(0)] string Kind, [property: Id(1)] string Id, [property: Id(2)] string Name);

/// <summary>The kinds of things that are acted on, as the contract spells them.</summary>
public static class AuditTargetKinds
{
    /// <summary>The company itself.</summary>
    public const string Company = "company";

    /// <summary>A person, by user id.</summary>
    public const string Member = "member";

    /// <summary>
    /// An invitation; its name is the invited person's, who is forgotten with the person who accepts it.
    /// </summary>
    public const string Invitation = "invitation";

    /// <summary>A scope.</summary>
    public const string Scope = "scope";

    /// <summary>A list of the catalogue: <c>agents</c> or <c>case-types</c>.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>The logos and the accent color of the company, by its id.</summary>
    public const string Branding = "branding";

    /// <summary>The business hours of the company, by its id.</summary>
    public const string BusinessHours = "business_hours";

    /// <summary>A domain, by its name.</summary>
    public const string Domain = "domain";

    /// <summary>How the company pays, by its id.</summary>
    public const string Billing = "billing";

    /// <summary>A scheduled report, by its id.</summary>
    public const string ReportSchedule = "report_schedule";

    /// <summary>An API key, by its id.</summary>
    public const string ApiKey = "api_key";

    /// <summary>An API key of the company, by its id.</summary>
    public const string ServiceKey = "service_key";

    /// <summary>A token for SCIM, by its id; its name is the day on which it was made.</summary>
    public const string ScimToken = "scim_token";

    /// <summary>A group of the identity provider, by its id in the directory.</summary>
    public const string ScimGroup = "scim_group";

    /// <summary>The company's directory, by the company's id.</summary>
    public const string Directory = "directory";

    /// <summary>The single sign-on of the company, by its id.</summary>
    public const string SingleSignOn = "single_sign_on";

    /// <summary>An access review, by its id.</summary>
    public const string AccessReview = "access_review";

    /// <summary>A webhook, by its id; its name is the host of its address.</summary>
    public const string Webhook = "webhook";

    /// <summary>
    /// Whether things of this kind are people, whose name and <see cref="AuditChange.Personal"/> values can be erased.
    /// </summary>
    public static bool IsPerson(string kind) => kind is Member or Invitation;
}
