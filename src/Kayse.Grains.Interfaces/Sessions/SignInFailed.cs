namespace Kayse.Grains.Sessions;

/// <summary>A sign-in that was refused, as the person's companies are told.</summary>
/// <param name="UserId">Whose account was tried.</param>
/// <param name="FullName">What they are called.</param>
/// <param name="Reason">Why.</param>
/// <param name="Device">What it was tried on.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("kayse.sign-in-failed")]
public sealed record SignInFailed(
    [property: Id(0)] string UserId,
    [property: Id(1)] string FullName,
    [property: Id(2)] SignInFailure Reason,
    [property: Id(3)] ClientDevice Device,
    [property: Id(4)] DateTimeOffset At
);

/// <summary>Why a sign-in was refused. What the person who tried is told may be less.</summary>
[GenerateSerializer, Alias("kayse.sign-in-failure")]
public enum SignInFailure
{
    /// <summary>The password was wrong.</summary>
    WrongPassword = 0,

    /// <summary>No company would have the person: deactivated, or removed.</summary>
    Deactivated = 1,

    /// <summary>There had been too many failures before.</summary>
    Locked = 2,

    /// <summary>The password was right, the second factor wrong.</summary>
    TwoFactorInvalid = 3,

    /// <summary>The password was right, but was changed while it was checked.</summary>
    PasswordChanged = 4,

    /// <summary>The company's people sign in elsewhere.</summary>
    SingleSignOnRequired = 5,

    /// <summary>A passkey of the person was used, and what it signed was not accepted.</summary>
    PasskeyInvalid = 6,

    /// <summary>The password was right, but an admin had set it too long ago.</summary>
    PasswordExpired = 7,
}
