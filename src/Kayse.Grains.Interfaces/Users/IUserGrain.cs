using Kayse.Grains.Sessions;
using Orleans.Concurrency;

namespace Kayse.Grains.Users;

/// <summary>
/// One person, keyed by user id: profile, password, memberships (copies that the companies push) and the ids of their
/// live sessions.
/// </summary>
[Alias("kayse.user")]
public partial interface IUserGrain : IGrainWithStringKey
{
    /// <summary>
    /// Makes the person and takes the email address; on disk when the task completes. Where the address is proved, it
    /// also takes over the account of this id that never proved it: password, second factor, devices, sessions and API
    /// keys of before are void. Refuses <see cref="UserErrors.EmailTaken"/>, and holds nothing then. May be repeated.
    /// </summary>
    [Alias("register")]
    Task RegisterAsync(RegisterUser command);

    /// <summary>The person, or null when there is none.</summary>
    [ReadOnly, Alias("get")]
    Task<UserView?> GetAsync();

    /// <summary>
    /// Refuses <see cref="UserErrors.TooManyCompanies"/> when the person is in 100 companies, other than this.
    /// </summary>
    [ReadOnly, Alias("ensure-may-join")]
    Task EnsureMayJoinAsync(string companyId);

    /// <summary>
    /// What decides whether a company may add the person without asking them (IN-8); null when there is no such person.
    /// </summary>
    [ReadOnly, Alias("get-standing")]
    Task<UserStanding?> GetStandingAsync();

    /// <summary>
    /// What a password is verified against, outside any grain's turn; null when there is no such person.
    /// </summary>
    [ReadOnly, Alias("get-credential")]
    Task<UserCredential?> GetCredentialAsync();

    /// <summary>
    /// Starts a session of a person who has proved who they are. Refuses <c>invalid_credentials</c> when the password
    /// has changed since it was verified, or when no company would have them; <c>two_factor_required</c> when they have
    /// a second factor and proved a password: <see cref="BeginSignInAsync"/> takes both.
    /// </summary>
    [Alias("sign-in")]
    Task<SignedIn> SignInAsync(SignIn command);

    /// <summary>
    /// Takes a company's newer copy of the membership and passes it to the live sessions there; the next check of each
    /// sees it. Older copies are without effect.
    /// </summary>
    [Alias("put-membership")]
    Task PutMembershipAsync(Membership membership);

    /// <summary>The live sessions, latest used first.</summary>
    [Alias("list-sessions")]
    Task<IReadOnlyList<SessionView>> ListSessionsAsync();

    /// <summary>Ends one session of this person; refuses <c>not_found</c> when it is not theirs or not live.</summary>
    [Alias("end-session")]
    Task EndSessionAsync(string sessionId, SessionEndReason reason);

    /// <summary>
    /// Ends every session but <paramref name="exceptSessionId"/> (null: every one). Once acknowledged all are dead;
    /// begun but interrupted it is finished later.
    /// </summary>
    [Alias("end-sessions")]
    Task EndSessionsAsync(string? exceptSessionId, SessionEndReason reason);
}
