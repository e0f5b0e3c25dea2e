using MailKit.Net.Smtp;

namespace Kayse.Silo.Mail;

/// <summary>
/// Tells a server's verdict on this mail, which is final, from its verdict on us (wrong password, not allowed to relay,
/// blocked for now), which goes away when someone sees to it and must not cost the mail.
/// </summary>
internal static class SmtpRefusals
{
    public static bool IsFinal(SmtpCommandException exception) =>
        exception.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted
        && (int)exception.StatusCode is >= 500 and < 600
        && !IsAboutUs(exception);

    /// <summary>
    /// 530, 534, 535 and 538 ask for another sign-in; the class 5.7 of RFC 3463 is security and policy.
    /// </summary>
    private static bool IsAboutUs(SmtpCommandException exception) =>
        (int)exception.StatusCode is 530 or 534 or 535 or 538 || $" {exception.Message}".Contains(" 5.7.", StringComparison.Ordinal);
}
