namespace Kayse.Client;

/// <summary>
/// The API of Kayse accounts. Calls are made with the token of the options, or that of <see cref="WithToken"/>. What
/// Kayse refuses is a <see cref="KayseException"/>; a <see cref="KayseUnavailableException"/> when it can't be asked.
/// </summary>
public interface IKayseClient
{
    /// <summary>A client that calls with another session token or API key, for example a caller's.</summary>
    IKayseClient WithToken(string token);

    /// <summary>
    /// Who the token acts for and what they may do. Counts as activity. Refuses <c>unauthenticated</c>,
    /// <c>session_ended</c>.
    /// </summary>
    Task<KayseSession> GetSessionAsync(CancellationToken cancellationToken = default);

    /// <summary>Whether the holder of the token may do something.</summary>
    Task<AuthorizationDecision> AuthorizeAsync(AuthorizationCheck check, CancellationToken cancellationToken = default);

    /// <summary>Whether the holder of the token may do each of up to 100 things, in the order of the checks.</summary>
    Task<IReadOnlyList<AuthorizationDecision>> AuthorizeAsync(
        IReadOnlyList<AuthorizationCheck> checks,
        CancellationToken cancellationToken = default
    );

    /// <summary>Signing up and in.</summary>
    ISignInApi SignIn { get; }

    /// <summary>What the holder of an invitation's link may do.</summary>
    IInvitationLinkApi InvitationLinks { get; }

    /// <summary>The person of the session.</summary>
    IMeApi Me { get; }

    /// <summary>A company.</summary>
    /// <param name="companyId">Its id; without it the active company of the token.</param>
    ICompanyApi Company(string companyId = "current");
}
