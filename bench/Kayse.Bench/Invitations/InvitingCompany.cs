using System.Globalization;
using Kayse.Grains.Companies;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Bench.Invitations;

/// <summary>A company whose founder invites one person after the other.</summary>
internal sealed class InvitingCompany(string id, ICompanyInvitationsGrain invitations, Actor founder, string domain)
{
    private int _invited;

    public string Id => id;

    public Actor Founder => founder;

    public static async Task<InvitingCompany> CreateAsync(IGrainFactory grains)
    {
        var id = EntityId.New(TimeProvider.System);
        var domain = $"{id}.example";
        var grain = grains.GetGrain<ICompanyGrain>(id);
        var created = await grain.CreateAsync(
            new SignUp(
                CompanyName: "Law Offices of Eleanor Fitzgerald LLP",
                FullName: "Eleanor Fitzgerald",
                Email: $"founder@{domain}",
                PhoneNumber: null,
                PhoneCountry: null,
                TimeZone: null,
                UserId: EntityId.New(TimeProvider.System),
                PasswordHash: "none",
                ExistingUserId: null,
                FirstRunOnly: false
            )
        );
        await grains.GetGrain<IUserEmailGrain>(created.User.Id).EmailProvedAsync(created.User.Email);
        return new InvitingCompany(
            id,
            grains.GetGrain<ICompanyInvitationsGrain>(id),
            new Actor(created.User.Id, "bench", IpAddress: null),
            domain
        );
    }

    public Task InviteAsync() =>
        invitations.InviteAsync(
            founder,
            new InviteMember(
                InvitationId: EntityId.New(TimeProvider.System),
                FullName: "Dominic Castellano",
                Email: $"person-{Interlocked.Increment(ref _invited).ToString(CultureInfo.InvariantCulture)}@{domain}",
                PhoneNumber: null,
                PhoneCountry: null,
                JobTitle: "Paralegal",
                Access: new(Role.User, Permissions: ["crm.access"])
            )
        );
}
