using Kayse.Grains.Errors;

namespace Kayse.Grains.ApiKeys;

/// <summary>Refusals of API keys.</summary>
public static class ApiKeyErrors
{
    /// <summary>The key is not made for this, or this is not for keys.</summary>
    public static readonly Refusal NotAllowed = new(
        "forbidden",
        "This API key doesn't have permission to do this. Use a key with more permissions."
    );

    /// <summary>A company has as many service keys as it may have.</summary>
    public static readonly Refusal TooManyServiceKeys = new(
        "service_key_limit_reached",
        "The company has 50 service keys. Revoke one that it no longer needs."
    );

    /// <summary>A person has as many keys as they may have.</summary>
    public static readonly Refusal TooMany = new(
        "api_key_limit_reached",
        "You already have 50 API keys. Revoke one that you no longer need."
    );
}
