using Kayse.Grains.Errors;

namespace Kayse.Grains.ApiKeys;

/// <summary>Refusals of API keys.</summary>
public static class ApiKeyErrors
{
    /// <summary>The key is not made for this, or this is not for keys.</summary>
    public static readonly Refusal NotAllowed = new("forbidden", "This API key may not be used for this.");

    /// <summary>A person has as many keys as they may have.</summary>
    public static readonly Refusal TooMany = new("api_key_limit_reached", "You have 50 API keys. Revoke one that you no longer need.");
}
