namespace Kayse.Grains.Mail;

/// <summary>
/// This mail will never go out as it is: its address is malformed, or the mail server refused the recipient or the
/// message for good.
/// </summary>
public sealed class EmailRefusedException : Exception
{
    public EmailRefusedException() { }

    public EmailRefusedException(string message)
        : base(message) { }

    public EmailRefusedException(string message, Exception innerException)
        : base(message, innerException) { }
}
