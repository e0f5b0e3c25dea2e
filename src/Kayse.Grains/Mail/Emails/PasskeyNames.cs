namespace Kayse.Grains.Mail.Emails;

/// <summary>The passkeys that a new password leaves as they are: one that isn't the person's would let somebody in.</summary>
internal static class PasskeyNames
{
    /// <summary>Their names as a sentence lists them; null when there are none.</summary>
    public static string? List(IReadOnlyList<string> names) =>
        names.Count == 0 ? null : string.Join(", ", names.Select(name => $"\"{name}\""));

    /// <summary>A paragraph with that list; none when there are none.</summary>
    public static IEnumerable<string> Paragraph(string? names) =>
        names is null
            ? []
            :
            [
                $"Your passkeys keep working: {MailName.Of(names)}. Remove any that you don't recognize on the security page of your profile.",
            ];
}
