namespace Kayse.Grains.Sessions;

/// <summary>Why a session ended.</summary>
[GenerateSerializer, Alias("kayse.session-end-reason")]
public enum SessionEndReason
{
    /// <summary>The person signed out on that device.</summary>
    SignedOut = 0,

    /// <summary>The person or an admin ended it from elsewhere.</summary>
    Revoked = 1,

    /// <summary>Nobody used it for the idle timeout.</summary>
    IdleTimeout = 2,

    /// <summary>It reached its absolute lifetime.</summary>
    Expired = 3,

    /// <summary>The password was changed.</summary>
    PasswordChanged = 4,

    /// <summary>The person was deactivated in the company.</summary>
    Deactivated = 5,

    /// <summary>The person was removed from the company.</summary>
    Removed = 6,

    /// <summary>The second factor was turned on or off.</summary>
    TwoFactorChanged = 7,

    /// <summary>The company has its people use single sign-on from now on, and the session began otherwise.</summary>
    SsoRequired = 8,
}
