namespace Kayse.Grains.Mail;

/// <summary>
/// The mailbox behind an address, for limits: who wants to fill one must not get around them by writing it in another
/// way.
/// </summary>
internal static class MailboxAddress
{
    /// <summary>The address without a <c>+tag</c>, and without dots where a provider ignores them.</summary>
    /// <param name="email">Normalised.</param>
    public static string Of(string email)
    {
        var at = email.LastIndexOf('@');
        var (local, domain) = (email[..at], email[(at + 1)..]);
        if (local.IndexOf('+', StringComparison.Ordinal) is > 0 and var tag)
            local = local[..tag];
        return domain is "gmail.com" or "googlemail.com"
            ? $"{local.Replace(".", "", StringComparison.Ordinal)}@gmail.com"
            : $"{local}@{domain}";
    }
}
