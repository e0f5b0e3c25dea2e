using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.TwoFactor;

/// <summary>A person's app, and what they do with it.</summary>
internal sealed class Authenticator(TestSilo silo, IUserGrain user, byte[] secret)
{
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(30);

    public IReadOnlyList<string> BackupCodes { get; private init; } = [];

    public RenewedSession? Session { get; private init; }

    /// <summary>The code that it shows now, or so many steps from now.</summary>
    public string Code(int steps = 0) => Totp.CodeOf(secret, Totp.StepAt(silo.Clock.GetUtcNow()) + steps);

    /// <summary>A code that it shows at no time near.</summary>
    public string WrongCode() => Enumerable.Range(0, 10).Select(i => $"00000{i}").First(code => !Enumerable.Range(-3, 7).Select(Code).Contains(code, StringComparer.Ordinal));

    /// <summary>The next code, once its time has come.</summary>
    public string NextCode()
    {
        silo.Clock.Advance(_step);
        return Code();
    }

    public Task<SignedIn> SignInAsync(string ticket) => CompleteAsync(user, ticket, NextCode());

    /// <summary>Sets it up in a session of the person's and turns it on.</summary>
    public static async Task<Authenticator> EnrolAsync(TestSilo silo, IUserGrain user, string sessionId)
    {
        var app = await SetUpAsync(silo, user);
        var enabled = await user.EnableTwoFactorAsync(new EnableTwoFactor(app.Code(), sessionId));
        return new Authenticator(silo, user, app.Secret) { BackupCodes = enabled.BackupCodes, Session = enabled.Session };
    }

    public static async Task<Authenticator> SetUpAsync(TestSilo silo, IUserGrain user)
        => new(silo, user, FromBase32((await user.SetUpTwoFactorAsync()).Secret));

    public static Task<SignedIn> CompleteAsync(IUserGrain user, string ticket, string code)
    {
        SecretToken.TryParse(ticket, out var token).ShouldBeTrue();
        return user.CompleteSignInAsync(new CompleteSignIn(token.Hash, code, ClientDevice.Unknown));
    }

    private byte[] Secret => secret;

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(character => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(character, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
