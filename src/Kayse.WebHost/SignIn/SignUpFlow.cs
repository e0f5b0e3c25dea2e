using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.Users;
using Kayse.Silo.Hosting;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.Extensions.Options;
using StartSignIn = Kayse.Grains.Users.SignIn;

namespace Kayse.WebHost.SignIn;

/// <summary>
/// Creates a company with its first Super Admin (CO-1) and signs them in. The address may belong to somebody already:
/// with their password they sign up for another company, without it they are told to sign in or to reset the password,
/// after the same work.
/// </summary>
internal sealed class SignUpFlow(
    IGrainFactory grains,
    PasswordHashing passwords,
    SignInFlow signIn,
    RequestLimits limits,
    IOptions<ProductOptions> product
)
{
    /// <summary>Whether somebody may sign up now.</summary>
    public async Task<SignUpOffer> OfferAsync()
    {
        if (product.Value.SignUp == SignUpMode.Closed)
            return SignUpOffer.Closed;
        if (await grains.GetGrain<ISignUpGrain>(ISignUpGrain.Key).IsFirstRunAsync())
            return SignUpOffer.FirstRun;
        return product.Value.SignUp == SignUpMode.Open ? SignUpOffer.Open : SignUpOffer.Closed;
    }

    public async Task<(CompanyCreated Created, BegunSignIn Begun)> SignUpAsync(
        SignUpWithPassword signUp,
        ClientDevice device,
        CancellationToken ct
    )
    {
        if (product.Value.SignUp == SignUpMode.Closed)
            throw new RefusedException(CompanyErrors.SignUpClosed);
        if (!EmailAddress.TryNormalize(signUp.Email, out var address))
            throw new RefusedException(DirectoryErrors.EmailInvalid);
        limits.Take(RateLimitKind.SignUpPerAddress, address);
        var (command, proved) = await IdentifyAsync(signUp, address, device, ct);
        var created = await grains.GetGrain<ICompanyGrain>(signUp.CompanyId).CreateAsync(command);
        if (created.User.Id != (command.ExistingUserId ?? command.UserId))
            throw new RefusedException(CompanyErrors.SignUpRefused);
        var credentialVersion = proved ?? await ConfirmAsync(created.User, command, signUp.Password, device, ct);
        var begun = await grains
            .GetGrain<ISignInGrain>(created.User.Id)
            .SignInAsync(new StartSignIn(credentialVersion, created.Company.Id, device, RememberMe: false));
        return (created, begun);
    }

    // With the version of the password that an existing person has proved.
    private async Task<(SignUp Command, int? Proved)> IdentifyAsync(
        SignUpWithPassword signUp,
        string address,
        ClientDevice device,
        CancellationToken ct
    )
    {
        var context = new PasswordContext(address, signUp.FullName, signUp.CompanyName);
        // The policy comes first for either kind of address, or a weak password would tell which kind it is.
        if (PasswordPolicy.BrokenRules(signUp.Password, context) is { Count: > 0 } broken)
            throw new RefusedException(PasswordErrors.TooWeak("password", broken));
        var owner = await grains.GetGrain<IEmailAddressGrain>(address).GetUserIdAsync();
        var command = new SignUp(
            signUp.CompanyName,
            signUp.FullName,
            address,
            signUp.PhoneNumber,
            signUp.PhoneCountry,
            signUp.TimeZone,
            signUp.UserId,
            PasswordHash: null,
            ExistingUserId: null,
            FirstRunOnly: product.Value.SignUp == SignUpMode.FirstRunOnly
        )
        {
            IpAddress = device.IpAddress,
        };
        // A repeated request finds the person whom its first try has made, and is to make them again.
        if (owner is null || owner == command.UserId)
            return (
                command with
                {
                    PasswordHash = await passwords.HashAsync(
                        signUp.Password,
                        context,
                        "password",
                        HashingCaller.Of(device.IpAddress),
                        ct
                    ),
                },
                null
            );
        return (command with { ExistingUserId = owner }, await ProveAsync(owner, address, signUp.Password, device, ct));
    }

    private async Task<int> ProveAsync(string owner, string address, string password, ClientDevice device, CancellationToken ct)
    {
        try
        {
            return await signIn.ProveAsync(owner, address, password, device, ct);
        }
        catch (RefusedException refused) when (refused.Refusal == UserErrors.InvalidCredentials)
        {
            throw new RefusedException(CompanyErrors.SignUpRefused);
        }
    }

    // The company may be that of an earlier try with the same key. Having the key is no proof of being that person: the
    // password is.
    private async Task<int> ConfirmAsync(UserView user, SignUp command, string password, ClientDevice device, CancellationToken ct)
    {
        var credential = await grains.GetGrain<ICredentialsGrain>(user.Id).GetCredentialAsync();
        return credential is not null && credential.PasswordHash == command.PasswordHash
            ? credential.Version
            : await ProveAsync(user.Id, user.Email, password, device, ct);
    }
}
