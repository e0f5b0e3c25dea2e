using Kayse.Grains.Directory;

namespace Kayse.Grains.Scim;

/// <summary>What of a person at the identity provider a member is made of.</summary>
internal static class ScimPersonRules
{
    private const string Work = "work";
    private const string Mobile = "mobile";

    /// <summary>
    /// Their email address: the primary one, else the one for work, else the first, else the name that they sign in with.
    /// Null when none of these is an address.
    /// </summary>
    public static string? EmailOf(ScimUser user) =>
        (PreferredOf(user.Emails, Work) ?? user.UserName) is { } text && EmailAddress.TryNormalize(text, out _) ? text.Trim() : null;

    /// <summary>
    /// Their name: as it is shown, else as it is put together, else made from what they sign in with. What has an address
    /// in it is passed over: nobody is called that, and members can't be.
    /// </summary>
    public static string FullNameOf(ScimUser user)
    {
        var parts = string.Join(
            ' ',
            new[] { user.Name?.GivenName, user.Name?.FamilyName }.Where(part => !string.IsNullOrWhiteSpace(part))
        );
        return new[] { user.DisplayName, user.Name?.Formatted, parts }.FirstOrDefault(IsName)?.Trim() ?? NameFrom(user.UserName ?? "");
    }

    /// <summary>Their phone number: the primary one, else the mobile one, else the first; null: none.</summary>
    public static string? PhoneNumberOf(ScimUser user) => PreferredOf(user.PhoneNumbers, Mobile);

    private static bool IsName(string? text) => !string.IsNullOrWhiteSpace(text) && !text.Contains('@', StringComparison.Ordinal);

    // "ben.ito@jones.example" is Ben Ito, as far as anybody knows.
    private static string NameFrom(string userName)
    {
        var words = userName
            .Split('@')[0]
            .Split(['.', '_', '-', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join(' ', words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    private static string? PreferredOf(IReadOnlyList<ScimContact> contacts, string type) =>
        (
            contacts.FirstOrDefault(contact => contact.Primary == true)
            ?? contacts.FirstOrDefault(contact => type.Equals(contact.Type, StringComparison.OrdinalIgnoreCase))
            ?? (contacts.Count > 0 ? contacts[0] : null)
        )?.Value;
}
