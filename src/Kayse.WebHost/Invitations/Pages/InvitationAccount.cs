namespace Kayse.WebHost.Invitations.Pages;

/// <summary>Whether the address of an invitation has an account.</summary>
public enum InvitationAccount
{
    /// <summary>It has none: accepting makes one.</summary>
    New,

    /// <summary>It has one, whose password is asked for.</summary>
    Existing,

    /// <summary>It has one, which is signed in here.</summary>
    SignedIn,
}
