namespace Kayse.WebHost.Invitations.Pages;

/// <summary>Why an invitation leads nowhere any more, and what to do next.</summary>
internal static class InvitationEnding
{
    /// <summary>What to say for a code of a refusal; null for one that is no ending.</summary>
    public static string? Of(string code) =>
        code switch
        {
            "invitation_expired" =>
                "It has expired. Ask whoever invited you to send it again: that takes them a click, and you get a new link.",
            "invitation_revoked" => "It was withdrawn. If you think that this is a mistake, ask whoever invited you.",
            "invitation_used" => "It was accepted or declined already. If it was you who accepted, sign in.",
            "not_found" =>
                "A part of the link may be missing, or a newer one was sent to you: look for the latest mail, and copy the whole link.",
            _ => null,
        };
}
