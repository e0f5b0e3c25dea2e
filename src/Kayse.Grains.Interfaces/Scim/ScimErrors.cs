using Kayse.Grains.Errors;

namespace Kayse.Grains.Scim;

/// <summary>
/// Refusals of SCIM requests (RFC 7644, 3.12). Identity providers show their messages to admins, who have to find out
/// by them what to correct there.
/// </summary>
public static class ScimErrors
{
    /// <summary>The token is missing, unknown, expired or revoked.</summary>
    public static readonly Refusal Unauthenticated = new(
        "scim_token_invalid",
        "The token was not accepted. Create one in Kayse, under Settings, Provisioning, and enter it at your identity provider."
    );

    /// <summary>There is no such user or group.</summary>
    public static readonly Refusal NotFound = new("not_found", "There is no such resource in this directory.");

    /// <summary>The resource has changed since the version that the request names.</summary>
    public static readonly Refusal VersionMismatch = new("version_conflict", "The resource has changed. Read it, then try again.");

    /// <summary>The filter can't be read, or names an attribute or comparison that isn't supported.</summary>
    public static Refusal InvalidFilter(string message) => new("scim_invalid_filter", message);

    /// <summary>The body has not the form that it should.</summary>
    public static Refusal InvalidSyntax(string message) => new("scim_invalid_syntax", message);

    /// <summary>The path of an operation can't be read.</summary>
    public static Refusal InvalidPath(string message) => new("scim_invalid_path", message);

    /// <summary>A value is missing, or is not one that the attribute may have.</summary>
    public static Refusal InvalidValue(string message) => new("scim_invalid_value", message);

    /// <summary>The path of an operation leads to nothing.</summary>
    public static Refusal NoTarget(string message) => new("scim_no_target", message);

    /// <summary>The attribute can't be changed.</summary>
    public static Refusal Mutability(string message) => new("scim_mutability", message);

    /// <summary>Another resource has the value.</summary>
    public static Refusal Uniqueness(string message) => new("scim_uniqueness", message);
}
