using System.Globalization;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Bench.Sessions;

/// <summary>
/// People as a company of a hundred has them: a full name, an address, three permissions, two case types.
/// </summary>
internal static class SamplePeople
{
    private const int InACompany = 100;

    private static readonly string[] _firstNames =
    [
        "Amelia",
        "Benjamin",
        "Charlotte",
        "Dominic",
        "Eleanor",
        "Frederick",
        "Gabriela",
        "Harrison",
    ];
    private static readonly string[] _lastNames =
    [
        "Abernathy",
        "Blackwood",
        "Castellano",
        "Delacroix",
        "Eisenberg",
        "Fitzgerald",
        "Goldsmith",
    ];

    public static string FullName(int number) => $"{_firstNames[number % _firstNames.Length]} {_lastNames[number % _lastNames.Length]}";

    public static string Email(int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{_lastNames[number % _lastNames.Length].ToLowerInvariant()}.{number}@law-{number / InACompany}.example"
        );

    public static Membership Membership(int number, string companyId) =>
        new(
            companyId,
            string.Create(CultureInfo.InvariantCulture, $"Law Offices No. {number / InACompany} LLP"),
            Version: 1,
            Role.User,
            [Permissions.ReadMembers, "crm.access", "recordings.listen"],
            ["personal injury", "workers compensation"],
            MemberStatus.Active
        )
        {
            AgentAccess = AccessMode.All,
        };

    public static ClientDevice Device(int number) =>
        new(
            DeviceKinds.Desktop,
            "Firefox",
            "Windows",
            string.Create(CultureInfo.InvariantCulture, $"203.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}")
        );

    public static SessionPrincipal Principal(int number, Membership membership) =>
        new(
            EntityId.New(TimeProvider.System),
            FullName(number),
            Email(number),
            membership.CompanyId,
            membership.CompanyName,
            membership.Role,
            membership.Permissions,
            membership.CaseTypes
        )
        {
            AgentAccess = membership.AgentAccess,
        };

    /// <summary>Makes people through the grains; answers their ids.</summary>
    public static async Task<string[]> RegisterAsync(IGrainFactory grains, int count)
    {
        var ids = new string[count];
        var companies = Enumerable.Range(0, (count / InACompany) + 1).Select(_ => EntityId.New(TimeProvider.System)).ToArray();
        await Load.Clients.RepeatAsync(
            count,
            atOnce: 256,
            async number =>
            {
                var id = ids[number] = EntityId.New(TimeProvider.System);
                await grains
                    .GetGrain<IUserGrain>(id)
                    .RegisterAsync(
                        new RegisterUser(FullName(number), Email(number), PhoneNumber: null, PasswordHash: "none", TimeZone: null)
                    );
                await grains.GetGrain<IMembershipsGrain>(id).PutMembershipAsync(Membership(number, companies[number / InACompany]));
            }
        );
        return ids;
    }

    /// <summary>A sign-in by whoever's password was just verified: what is left is what the grains do.</summary>
    public static SignIn SignIn(int number) => new(CredentialVersion: 1, CompanyId: null, Device(number), RememberMe: false);
}
