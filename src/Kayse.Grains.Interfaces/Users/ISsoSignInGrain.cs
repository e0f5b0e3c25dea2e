using Kayse.Grains.Sessions;
using Kayse.Grains.Sso;

namespace Kayse.Grains.Users;

/// <summary>Single sign-on of a person, keyed by user id.</summary>
[Alias("kayse.user-sso")]
public interface ISsoSignInGrain : IGrainWithStringKey
{
    /// <summary>
    /// Starts a session in the company whose identity provider vouches for the person, and in no other; links the identity to
    /// them if nobody has it. Only <see cref="ICompanySsoGrain"/> asks for it, which has checked that the identity may be
    /// theirs. Refuses <c>sso_no_access</c> when the company would not have them, or the identity is somebody else's.
    /// </summary>
    [Alias("sign-in-by-sso")]
    Task<SignedIn> SignInBySsoAsync(string companyId, SsoSignIn command);

    /// <summary>
    /// Notes in a session that began with single sign-on that its person has just proved who they are at the same identity
    /// provider, and replaces its token. Refuses <c>sso_failed</c> for another identity than the one that is linked, or a
    /// proof from before <paramref name="begunAt"/>; and <c>unauthenticated</c> when the session is not theirs or not live.
    /// </summary>
    [Alias("step-up-by-sso")]
    Task<RenewedSession> StepUpBySsoAsync(string sessionId, VerifiedIdentity identity, DateTimeOffset begunAt);
}
