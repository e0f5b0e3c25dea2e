namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Tells a person at their previous address that it was changed, so that they notice when it wasn't them. Its secret is
/// the token of the link that undoes the change, where that can be done.
/// </summary>
/// <param name="UndoUntil">How long it can be undone; null when it can't.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.address-changed")]
internal sealed record AddressChangedEmail([property: Id(0)] DateTimeOffset At, [property: Id(1)] DateTimeOffset? UndoUntil) : Email
{
    private const string UndoButton = "Undo this change";

    public override EmailLayout Write(EmailContext context) =>
        new(
            Subject: "Your Kayse email address was changed",
            Preheader: UndoUntil is null ? "An earlier change was undone." : "If this wasn't you, undo the change now.",
            Paragraphs:
            [
                $"The email address of your Kayse account was changed on {Times.Instant(At)}. You can no longer sign in with "
                    + $"{context.Address}, and we'll send our emails to the new address.",
                UndoUntil is { } until
                    ? "If this was you, there is nothing to do. If not, someone else knows your password: select "
                        + $"\"{UndoButton}\" by {Times.Instant(until)}. We'll restore this address, sign out every session, and email "
                        + "you a link to choose a new password."
                    : "The change that made this the address of the account was undone.",
            ],
            Button: UndoUntil is null ? "Open Kayse" : UndoButton,
            Link: UndoUntil is null ? context.Links.Console : context.Links.UndoEmail(context.Secret),
            Notes: ["We send this email whenever the address of your account is changed."]
        );
}
