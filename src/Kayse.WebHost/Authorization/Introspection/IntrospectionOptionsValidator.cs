using System.Buffers;
using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Authorization.Introspection;

internal sealed class IntrospectionOptionsValidator(IConfiguration configuration) : IValidateOptions<IntrospectionOptions>
{
    private const int MaxIdLength = 64;
    private const int MinSecretLength = 32;
    private const int MaxSecretLength = 256;

    // RFC 3986's unreserved characters, which every client sends alike.
    private static readonly SearchValues<char> _unreserved = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    );

    public ValidateOptionsResult Validate(string? name, IntrospectionOptions options)
    {
        var failures = WithoutSection().Concat(options.Clients.SelectMany(client => FailuresOf(client.Key, client.Value))).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    // A secret that stands where its client's settings belong would be passed over in silence.
    private IEnumerable<string> WithoutSection() =>
        configuration
            .GetSection($"{IntrospectionOptions.Section}:Clients")
            .GetChildren()
            .Where(client => !string.IsNullOrEmpty(client.Value))
            .Select(client => $"{client.Path} has a value of its own; set {client.Path}:Secret instead.");

    // The secret itself is never repeated.
    private static IEnumerable<string> FailuresOf(string id, IntrospectionClientOptions? client)
    {
        if (!IsUnreserved(id, 1, MaxIdLength))
            yield return $"{IntrospectionOptions.Section}:Clients has the client id '{id}'; "
                + $"it must be 1 to {MaxIdLength} letters, digits, or . _ ~ -";
        if (!IsUnreserved(client?.Secret ?? "", MinSecretLength, MaxSecretLength))
            yield return $"{IntrospectionOptions.Section}:Clients:{id}:Secret must be {MinSecretLength} to {MaxSecretLength} "
                + "letters, digits, or . _ ~ - (such as 'openssl rand -hex 32' prints).";
    }

    private static bool IsUnreserved(string text, int min, int max) =>
        text.Length >= min && text.Length <= max && !text.ContainsAnyExcept(_unreserved);
}
