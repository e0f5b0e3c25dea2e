using Microsoft.Extensions.Options;

namespace Kayse.Client;

/// <summary>Where and how <see cref="IKayseClient"/> calls Kayse.</summary>
public sealed class KayseClientOptions : IKayseConnection
{
    /// <summary>The URL at which this service reaches Kayse, such as <c>https://accounts.example.com</c>.</summary>
    public Uri? Address { get; set; }

    /// <summary>The API key or service key to call with; null: tokens come from <see cref="IKayseClient.WithToken"/>.</summary>
    public string? Token { get; set; }

    /// <summary>
    /// Whether <see cref="Address"/> must begin with <c>https://</c> (true), unless it is this machine. Over plain HTTP
    /// anybody on the way can read tokens.
    /// </summary>
    public bool RequireHttps { get; set; } = true;

    /// <summary>How long one attempt may take (5 seconds).</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a call may take with its retries (15 seconds).</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(15);
}

internal sealed class KayseClientOptionsValidator : IValidateOptions<KayseClientOptions>
{
    public ValidateOptionsResult Validate(string? name, KayseClientOptions options)
    {
        List<string> faults = [.. options.Faults()];
        if (options.Token is { } token && !BearerToken.IsWellFormed(token))
            faults.Add("Token is not an API key.");
        return faults.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults.Select(fault => $"{nameof(KayseClientOptions)}.{fault}"));
    }
}
