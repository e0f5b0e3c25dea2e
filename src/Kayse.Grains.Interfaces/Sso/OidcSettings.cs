using System.Text.Json.Serialization;

namespace Kayse.Grains.Sso;

/// <summary>How a company's OpenID Connect provider is reached (EN-1).</summary>
/// <param name="Issuer">As it stands in its tokens.</param>
/// <param name="ClientId">Under which it knows this service.</param>
[GenerateSerializer, Immutable, Alias("kayse.oidc-settings")]
public sealed record OidcSettings([property: Id(0)] string Issuer, [property: Id(1)] string ClientId)
{
    /// <summary>The claim that names groups at most providers.</summary>
    public const string UsualGroupsClaim = "groups";

    /// <summary>
    /// The secret for the token endpoint. In a command null keeps the one there is, of the same issuer; what is shown never
    /// holds it.
    /// </summary>
    [Id(2)]
    public string? ClientSecret { get; init; }

    /// <summary>
    /// The scopes that are asked for beside openid, email and profile, with a space between; null: none. In a command in
    /// any order.
    /// </summary>
    [Id(3)]
    public string? Scopes { get; init; }

    /// <summary>The claim that names the groups of a person.</summary>
    [Id(4)]
    public string GroupsClaim
    {
        get;
        init => field = value ?? UsualGroupsClaim;
    } = UsualGroupsClaim;

    /// <summary>The same scopes, one by one.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> AdditionalScopes => Scopes?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Leaves the secret out.</summary>
    public override string ToString() => $"{nameof(OidcSettings)} of {Issuer}";
}
