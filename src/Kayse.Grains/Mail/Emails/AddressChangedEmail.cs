namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Tells an address that it is a person's no longer, so that they notice when it wasn't they. Its secret is the token
/// of the link that undoes the change, where that can be done.
/// </summary>
/// <param name="At">When.</param>
/// <param name="UndoUntil">How long it can be undone; null when it can't.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.address-changed")]
internal sealed record AddressChangedEmail([property: Id(0)] DateTimeOffset At, [property: Id(1)] DateTimeOffset? UndoUntil) : Email
{
    public override EmailLayout Write(EmailContext context) =>
        new(
            Subject: "The email address of your Kayse account was changed",
            Preheader: UndoUntil is null ? "This address no longer belongs to the account." : "If this was not you, undo it now.",
            Paragraphs:
            [
                $"{context.Address} is no longer the address of your Kayse account since {Times.Instant(At)}. Sign-in and mails go by "
                    + "another one.",
                UndoUntil is { } until
                    ? "If this was you, there is nothing to do. If not, somebody else knows your password: undo it by "
                        + $"{Times.Instant(until)}. That puts this address back, signs you out everywhere and has you choose a new "
                        + "password."
                    : "The change that had brought it there was undone.",
            ],
            Button: UndoUntil is null ? "Open Kayse" : "Undo the change",
            Link: UndoUntil is null ? context.Links.Console : context.Links.UndoEmail(context.Secret),
            Notes: ["You get this mail whenever the address of your account is changed."]
        );
}
