using Kayse.Grains.Members;

namespace Kayse.WebHost.Console.Design;

/// <summary>What the console calls things.</summary>
public static class Words
{
    /// <summary>A role.</summary>
    public static string Of(Role role) =>
        role switch
        {
            Role.SuperAdmin => "Super Admin",
            Role.Admin => "Admin",
            _ => "User",
        };

    /// <summary>
    /// A camelCase name of a field as a label: <c>fullName</c> as "Full name", <c>postalAddress.city</c> as "City".
    /// </summary>
    public static string OfField(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (FieldNames.Find(name) is { } known)
            return known;
        var words = string.Concat(
            name.Split('.')[^1]
                .Select(character => char.IsUpper(character) ? $" {char.ToLowerInvariant(character)}" : character.ToString())
        );
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
