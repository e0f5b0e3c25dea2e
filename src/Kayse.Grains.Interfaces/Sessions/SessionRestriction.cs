namespace Kayse.Grains.Sessions;

/// <summary>What a session's person has to do before the session is good for anything else.</summary>
[GenerateSerializer, Alias("kayse.session-restriction")]
public enum SessionRestriction
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Choose a password of their own, in place of one that somebody else chose.</summary>
    PasswordChange = 1,

    /// <summary>
    /// Set a second factor up, which the company requires. Comes by itself when the time to do without is over.
    /// </summary>
    TwoFactorSetup = 2,
}
