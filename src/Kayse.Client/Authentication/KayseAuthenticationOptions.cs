using Microsoft.AspNetCore.Authentication;

namespace Kayse.Client;

/// <summary>How callers are authenticated by asking Kayse.</summary>
public sealed class KayseAuthenticationOptions : AuthenticationSchemeOptions, IKayseConnection
{
    /// <summary>The longest <see cref="MaximumStaleness"/> that can be chosen.</summary>
    public static readonly TimeSpan LongestStaleness = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The URL at which this service reaches Kayse, such as <c>https://accounts.example.com</c>; null: that of
    /// <see cref="KayseClientOptions"/>.
    /// </summary>
    public Uri? Address { get; set; }

    /// <summary>
    /// Whether <see cref="Address"/> must begin with <c>https://</c> (true), unless it is this machine. Over plain HTTP
    /// anybody on the way can read tokens.
    /// </summary>
    public bool RequireHttps { get; set; } = true;

    /// <summary>How long one attempt to ask Kayse may take (2 seconds).</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long asking may take with its retries (5 seconds). Then the caller isn't authenticated.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// For how long an answer of Kayse may be used again (zero: Kayse is asked on every request). A session that was
    /// revoked, or a permission that was taken away, still works here for up to that long. At most 1 minute. Refusals
    /// are never kept.
    /// </summary>
    public TimeSpan MaximumStaleness { get; set; }

    /// <summary>How many answers are kept at most, with <see cref="MaximumStaleness"/> (10,000).</summary>
    public int MaximumKeptAnswers { get; set; } = 10_000;

    /// <summary>
    /// Whether Kayse's cookie is accepted (false) where there is no <c>Authorization</c> header. Only for services
    /// that browsers reach at the same host as Kayse. Requests that change something must then come from a page of
    /// that host.
    /// </summary>
    public bool AcceptCookie { get; set; }

    /// <summary>
    /// The scopes (<c>push</c>, <c>messenger</c>, <c>cases</c>, <c>tasks</c>) by which sessions of paired apps are
    /// accepted; none by default, so that these are refused.
    /// </summary>
    public ISet<string> AcceptedScopes { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Whether the caller's token is kept for the request (false), to call others with it:
    /// <c>HttpContext.GetTokenAsync(KayseDefaults.TokenName)</c>.
    /// </summary>
    public bool SaveToken { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        if (this.Faults().FirstOrDefault() is { } fault)
            throw new ArgumentException($"{nameof(KayseAuthenticationOptions)}.{fault}");
        if (MaximumStaleness < TimeSpan.Zero || MaximumStaleness > LongestStaleness)
            throw new ArgumentException(
                $"{nameof(KayseAuthenticationOptions)}.{nameof(MaximumStaleness)} must be between 0 and 1 minute."
            );
        if (MaximumKeptAnswers is < 1 or > 1_000_000)
            throw new ArgumentException(
                $"{nameof(KayseAuthenticationOptions)}.{nameof(MaximumKeptAnswers)} must be between 1 and 1,000,000."
            );
    }
}
