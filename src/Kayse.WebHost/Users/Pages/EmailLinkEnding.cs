namespace Kayse.WebHost.Users.Pages;

/// <summary>Why a link about a change of address leads nowhere any more.</summary>
internal static class EmailLinkEnding
{
    /// <summary>What to say for a code of a refusal; null for one that is no ending, and for none.</summary>
    public static string? Of(string? code) =>
        code switch
        {
            "not_found" => "It has already been used, a newer link was sent, or part of it is missing.",
            "email_link_expired" => "It has expired.",
            "email_in_use" => "This address has a Kayse account of its own, so it can't be used for another one.",
            _ => null,
        };
}
