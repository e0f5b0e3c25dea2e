using Kayse.Grains.Mail;

namespace Kayse.Silo.Mail;

internal static class MessageIds
{
    /// <exception cref="EmailRefusedException">The id could be read as more than an id.</exception>
    public static string Checked(string messageId) =>
        messageId is ['<', .. var id, '>'] && id.All(c => char.IsAsciiLetterOrDigit(c) || "@.-_+=".Contains(c, StringComparison.Ordinal))
            ? messageId
            : throw new EmailRefusedException("The Message-ID is malformed.");
}
