using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

/// <summary>A person for tests of rules.</summary>
internal static class SampleUser
{
    public static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static readonly UserState Ada = new()
    {
        Email = "ada@firm.example",
        EmailVerifiedAt = Now - TimeSpan.FromDays(1),
        FullName = "Ada Founder",
        PasswordHash = "hash 1",
        CredentialVersion = 1,
        Memberships = [In("firm")],
        SessionIds = ["here", "there"],
    };

    public static readonly SecondFactor Factor = new([1], Now, LastStep: 0, [Hash(1), Hash(2)]);

    public static readonly TrustedDevice Laptop = new("laptop", Hash(3), ClientDevice.Unknown, Now);

    public static Membership In(string companyId, MemberStatus status = MemberStatus.Active) =>
        new(companyId, $"The {companyId}", Version: 1, Role.User, Permissions: [], CaseTypes: null, status);

    public static TokenHash Hash(byte secret) => TokenHash.Of([secret]);

    public static SignIn SignIn(int? credentialVersion = 1, byte? device = null) =>
        new(credentialVersion, CompanyId: null, ClientDevice.Unknown, RememberMe: false)
        {
            DeviceSecret = device is { } secret ? Hash(secret) : null,
        };

    public static string RefusalOf(Action work) => work.ShouldThrow<Grains.Errors.RefusedException>().Code;
}
