namespace Kayse.Client;

internal sealed class SignInApi(KayseCalls calls) : ISignInApi
{
    public Task<SignedUp> SignUpAsync(
        SignUpRequest request,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => calls.CreateAsync<SignedUp>("companies", request, idempotencyKey, cancellationToken);

    public Task VerifyEmailAsync(string token, CancellationToken cancellationToken = default) =>
        calls.PostAsync("auth/verify-email", new { token }, cancellationToken);

    public Task VerifyEmailByCodeAsync(string code, CancellationToken cancellationToken = default) =>
        calls.PostAsync("auth/verify-email", new { code }, cancellationToken);

    public Task<SignedIn> SignInAsync(SignInRequest request, CancellationToken cancellationToken = default) =>
        calls.PostAsync<SignedIn>("auth/sign-in", request, cancellationToken);

    public Task<SignedIn> CompleteAsync(
        string ticket,
        string code,
        bool trustDevice = false,
        CancellationToken cancellationToken = default
    ) =>
        calls.PostAsync<SignedIn>(
            "auth/two-factor",
            new
            {
                ticket,
                code,
                trustDevice,
            },
            cancellationToken
        );

    public async Task<SessionToken> StepUpAsync(
        string? password = null,
        string? code = null,
        CancellationToken cancellationToken = default
    ) => (await calls.PostAsync<Renewed>("auth/step-up", new { password, code }, cancellationToken).ConfigureAwait(false)).Session;

    public async Task<SessionToken> SwitchCompanyAsync(string companyId, CancellationToken cancellationToken = default) =>
        (await calls.PostAsync<Renewed>("session/company", new { companyId }, cancellationToken).ConfigureAwait(false)).Session;

    public Task SignOutAsync(CancellationToken cancellationToken = default) =>
        calls.PostAsync("auth/sign-out", body: null, cancellationToken);

    private sealed record Renewed(SessionToken Session);
}
