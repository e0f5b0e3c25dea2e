namespace Kayse.Client;

/// <summary>The claims of a caller whom Kayse knows.</summary>
public static class KayseClaimTypes
{
    /// <summary>The user id; of a service key, the key's id.</summary>
    public const string Subject = "sub";

    /// <summary>The id of the session or of the API key.</summary>
    public const string SessionId = "sid";

    /// <summary>The person's name, or that of the service key.</summary>
    public const string Name = "name";

    /// <summary>The person's email address; absent for a service key.</summary>
    public const string Email = "email";

    /// <summary>The active company's id.</summary>
    public const string CompanyId = "company_id";

    /// <summary>The active company's name.</summary>
    public const string CompanyName = "company_name";

    /// <summary>One of <see cref="KayseRoles"/>.</summary>
    public const string Role = "role";

    /// <summary>One claim for each permission.</summary>
    public const string Permission = "permission";

    /// <summary>One of <see cref="KayseAccess"/>.</summary>
    public const string CaseAccess = "case_access";

    /// <summary>One claim for each case type, when they are assigned.</summary>
    public const string CaseType = "case_type";

    /// <summary>One of <see cref="KayseAccess"/>.</summary>
    public const string AgentAccess = "agent_access";

    /// <summary>One claim for each agent, when they are assigned.</summary>
    public const string AgentId = "agent_id";

    /// <summary>The service key's id; absent for people.</summary>
    public const string ServiceKeyId = "service_key_id";
}
