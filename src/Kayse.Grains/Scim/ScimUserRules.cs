using Kayse.Grains.Errors;

namespace Kayse.Grains.Scim;

/// <summary>What identity providers may say of a person.</summary>
internal static class ScimUserRules
{
    private const int MaxText = 256;
    private const int MaxContacts = 20;

    /// <summary>A new person; active unless it says otherwise.</summary>
    public static ScimUser Create(ScimUser sent) => Check(sent with { Active = sent.Active ?? true });

    /// <summary>
    /// All of a person in place of what was there (RFC 7644, 3.5.1). Whether they are active and their id at the identity
    /// provider stay when the request doesn't say them: nobody loses access, or gets it back, by an omission.
    /// </summary>
    public static ScimUser Replace(ScimUser current, ScimUser sent) =>
        Check(sent with { Active = sent.Active ?? current.Active, ExternalId = sent.ExternalId ?? current.ExternalId });

    /// <summary>The same person in the form in which they are kept; refuses what no person may have.</summary>
    public static ScimUser Check(ScimUser user)
    {
        if (string.IsNullOrWhiteSpace(user.UserName))
            throw ScimValues.Invalid("userName is required.");
        EnsureFits("userName", user.UserName);
        EnsureFits("externalId", user.ExternalId);
        EnsureFits("displayName", user.DisplayName);
        EnsureFits("title", user.Title);
        EnsureFits("name.formatted", user.Name?.Formatted);
        EnsureFits("name.givenName", user.Name?.GivenName);
        EnsureFits("name.familyName", user.Name?.FamilyName);
        EnsureFits("name.middleName", user.Name?.MiddleName);
        return user with
        {
            UserName = user.UserName.Trim(),
            ExternalId = Kept(user.ExternalId),
            DisplayName = Kept(user.DisplayName),
            Title = Kept(user.Title),
            Emails = Kept("emails", user.Emails),
            PhoneNumbers = Kept("phoneNumbers", user.PhoneNumbers),
        };
    }

    private static List<ScimContact> Kept(string name, IReadOnlyList<ScimContact> contacts)
    {
        if (contacts.Count > MaxContacts)
            throw ScimValues.Invalid($"{name} may have up to {MaxContacts} values.");
        foreach (var contact in contacts)
        {
            EnsureFits($"{name}.value", contact.Value);
            EnsureFits($"{name}.type", contact.Type);
        }

        if (contacts.Count(contact => contact.Primary == true) > 1)
            throw ScimValues.Invalid($"Only one of {name} may be primary.");
        return [.. contacts.Where(contact => !string.IsNullOrWhiteSpace(contact.Value))];
    }

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static void EnsureFits(string name, string? text)
    {
        if (text?.Length > MaxText)
            throw ScimValues.Invalid($"{name} may have up to {MaxText} characters.");
        if (text?.Any(char.IsControl) == true)
            throw ScimValues.Invalid($"{name} must not have control characters.");
    }
}
