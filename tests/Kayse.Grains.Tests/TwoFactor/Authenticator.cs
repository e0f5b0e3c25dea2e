using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;
using Kayse.Testing;

namespace Kayse.Grains.Tests.TwoFactor;

/// <summary>A person's app, with what they got when they turned it on.</summary>
internal sealed class Authenticator(TestSilo silo, string userId, string secret)
{
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(30);
    private readonly OneTimeCodes _codes = new(secret, silo.Clock);

    public string Secret => secret;

    public IReadOnlyList<string> BackupCodes { get; private init; } = [];

    public RenewedSession? Session { get; private init; }

    public string Code(int steps = 0) => _codes.Code(steps);

    public string WrongCode() => _codes.WrongCode();

    /// <summary>The next code, once its time has come.</summary>
    public string NextCode()
    {
        silo.Clock.Advance(_step);
        return Code();
    }

    public Task<SignedIn> SignInAsync(string ticket) => CompleteAsync(new Person(silo.Grains, userId), ticket, NextCode());

    /// <summary>Sets it up in a session of the person's and turns it on.</summary>
    public static async Task<Authenticator> EnrolAsync(TestSilo silo, string userId, string sessionId)
    {
        var app = await SetUpAsync(silo, userId);
        var enabled = await silo
            .Grains.GetGrain<ITwoFactorGrain>(userId)
            .EnableTwoFactorAsync(new EnableTwoFactor(app.Code(), sessionId));
        return new Authenticator(silo, userId, app.Secret) { BackupCodes = enabled.BackupCodes, Session = enabled.Session };
    }

    public static async Task<Authenticator> SetUpAsync(TestSilo silo, string userId) =>
        new(silo, userId, (await silo.Grains.GetGrain<ITwoFactorGrain>(userId).SetUpTwoFactorAsync()).Secret);

    public static Task<SignedIn> CompleteAsync(Person user, string ticket, string code)
    {
        SecretToken.TryParse(ticket, out var token).ShouldBeTrue();
        return user.SignIns.CompleteSignInAsync(new CompleteSignIn(token.Hash, code, ClientDevice.Unknown));
    }

    public static async Task<string> TicketAsync(Person user, bool rememberMe = false) =>
        (await user.SignIns.SignInAsync(new SignIn(1, CompanyId: null, ClientDevice.Unknown, rememberMe))).Ticket!.Token;
}
