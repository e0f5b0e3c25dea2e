namespace Kayse.Grains.Mail;

/// <summary>Tells an address that it is a person's no longer, so that they notice when it wasn't they.</summary>
/// <param name="At">When.</param>
/// <param name="Link">The page on which it is undone, with the token after <c>#</c>, never logged; where it can't be
/// undone, the console.</param>
/// <param name="UndoUntil">How long it can be undone; null when it can't.</param>
public sealed record EmailChangedEmail(string PersonName, string Address, DateTimeOffset At, Uri Link, DateTimeOffset? UndoUntil)
{
    public EmailContent Compose() =>
        new EmailLayout(
            Subject: "The email address of your Kayse account was changed",
            Preheader: UndoUntil is null ? "This address no longer belongs to the account." : "If this was not you, undo it now.",
            Greeting: $"Hello {MailName.Of(PersonName)},",
            Paragraphs:
            [
                $"{Address} is no longer the address of your Kayse account since {Times.Instant(At)}. Sign-in and mails go by another one.",
                UndoUntil is { } until
                    ? $"If this was you, there is nothing to do. If not, somebody else knows your password: undo it by {Times.Instant(until)}. That puts this address back, signs you out everywhere and has you choose a new password."
                    : "The change that had brought it there was undone.",
            ],
            ButtonLabel: UndoUntil is null ? "Open Kayse" : "Undo the change",
            Link,
            Notes: ["You get this mail whenever the address of your account is changed."]
        ).Render();

    public override string ToString() => nameof(EmailChangedEmail);
}
