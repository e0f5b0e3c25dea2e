namespace Kayse.WebHost.Invitations.Pages;

/// <summary>Why an invitation leads nowhere any more, and what to do next.</summary>
internal static class InvitationEnding
{
    /// <summary>What to say for a code of a refusal; null for one that is no ending.</summary>
    public static string? Of(string code) =>
        code switch
        {
            "invitation_expired" => "It has expired. Ask the person who invited you to send it again; you’ll get a new link.",
            "invitation_revoked" => "It was revoked. If you think that’s a mistake, ask the person who invited you.",
            "invitation_used" => "It was already accepted or declined. If you accepted it, sign in.",
            "not_found" =>
                "Part of the link may be missing, or you were sent a newer one. Find the latest email and copy the whole link.",
            _ => null,
        };
}
