namespace Kayse.Client;

/// <summary>Names that Kayse's authentication uses.</summary>
public static class KayseDefaults
{
    /// <summary>The authentication scheme, unless another is named.</summary>
    public const string AuthenticationScheme = "Kayse";

    /// <summary>What the names of policies begin with; the permission follows: <c>kayse:crm.access</c>.</summary>
    public const string PolicyPrefix = "kayse:";

    /// <summary>
    /// The name under which the caller's token is kept with <see cref="KayseAuthenticationOptions.SaveToken"/>.
    /// </summary>
    public const string TokenName = "access_token";
}
