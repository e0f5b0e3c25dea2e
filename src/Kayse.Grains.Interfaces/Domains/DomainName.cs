using System.Diagnostics.CodeAnalysis;
using Kayse.Grains.Directory;

namespace Kayse.Grains.Domains;

/// <summary>Domains as this product compares and keys them.</summary>
public static class DomainName
{
    /// <summary>Characters of a name in the DNS (RFC 1035).</summary>
    public const int MaxLength = 253;

    /// <summary>
    /// Normalises a domain: trimmed, lower case, in its ASCII form. False when it is none that email addresses can have,
    /// such as one of a single label.
    /// </summary>
    public static bool TryNormalize([NotNullWhen(true)] string? input, [NotNullWhen(true)] out string? domain)
    {
        domain = EmailAddress.TryNormalize($"a@{input?.Trim()}", out var address) && address[1] == '@' ? address[2..] : null;
        return domain is not null;
    }

    /// <summary>The domain of an email address as it was typed; null when it isn't one.</summary>
    public static string? OfEmail(string? email) =>
        EmailAddress.TryNormalize(email, out var address) ? address[(address.LastIndexOf('@') + 1)..] : null;
}
