namespace Kayse.WebHost.Authorization.Introspection;

/// <summary>
/// The services that may introspect tokens; section <c>Kayse:Introspection</c>. None by default, so that every request
/// is refused.
/// </summary>
internal sealed class IntrospectionOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Introspection";

    /// <summary>By client id: 1 to 64 letters, digits, or <c>. _ ~ -</c>; upper and lower case make no difference.</summary>
    public IDictionary<string, IntrospectionClientOptions> Clients { get; } =
        new Dictionary<string, IntrospectionClientOptions>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>A service that may introspect tokens.</summary>
internal sealed class IntrospectionClientOptions
{
    /// <summary>
    /// Its secret, 32 to 256 letters, digits, or <c>. _ ~ -</c>: long enough that nobody guesses it, and the same whether
    /// or not a client percent-encodes it.
    /// </summary>
    public string Secret { get; set; } = "";
}
