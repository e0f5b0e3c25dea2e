namespace Kayse.Client;

/// <summary>Signing up and in. None of it needs a token but what says so.</summary>
public interface ISignInApi
{
    /// <summary>Creates a company and its Super Admin, and signs them in.</summary>
    /// <param name="request">The company and the person.</param>
    /// <param name="idempotencyKey">The same key and request get the same answer; null: a new one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<SignedUp> SignUpAsync(SignUpRequest request, string? idempotencyKey = null, CancellationToken cancellationToken = default);

    /// <summary>Verifies an email address by the token of the mailed link.</summary>
    Task VerifyEmailAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>Verifies the address of the signed-in person by the mailed code.</summary>
    Task VerifyEmailByCodeAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>Signs a person in, or begins to: <see cref="SignedIn.Session"/> is null then.</summary>
    Task<SignedIn> SignInAsync(SignInRequest request, CancellationToken cancellationToken = default);

    /// <summary>Completes a sign-in with the second factor.</summary>
    Task<SignedIn> CompleteAsync(string ticket, string code, bool trustDevice = false, CancellationToken cancellationToken = default);

    /// <summary>Confirms the identity of the signed-in person. The session goes on with the new token.</summary>
    Task<SessionToken> StepUpAsync(string? password = null, string? code = null, CancellationToken cancellationToken = default);

    /// <summary>Switches the active company of the session, which goes on with the new token.</summary>
    Task<SessionToken> SwitchCompanyAsync(string companyId, CancellationToken cancellationToken = default);

    /// <summary>Ends the session.</summary>
    Task SignOutAsync(CancellationToken cancellationToken = default);
}
