using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Domains;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Members;

/// <summary>
/// Creates many members together, because most of the time of one is waiting for the disk. Only those of whom nothing is
/// known: everybody else takes more thought.
/// </summary>
internal sealed class BulkProvisioning(CompanyContext company, CompanySteps steps, Seats seats)
{
    public async Task<IReadOnlyList<MemberView?>> CreateAsync(Actor actor, IReadOnlyList<ProvisionMember> commands)
    {
        var audit = company.AuditBy(ProvisioningRules.Acting(actor), actor);
        var found = await Task.WhenAll(commands.Select(FindNewAsync));
        var created = new Dictionary<string, MemberRecord>(StringComparer.Ordinal);
        foreach (var member in found.OfType<MemberRecord>().DistinctBy(member => member.Email, StringComparer.Ordinal))
        {
            if (seats.AreAvailable(created.Count))
                created.Add(member.UserId, member);
        }

        if (created.Count > 0)
            await steps.SaveAsync(new CreateMemberAccounts([.. created.Values.Select(member => CreationOf(audit, member))]));
        // Somebody else may just have got the address of one.
        return [.. found.Select(member => member is not null && created.ContainsKey(member.UserId) ? Find(member.UserId) : null)];
    }

    private async Task<MemberRecord?> FindNewAsync(ProvisionMember command)
    {
        if (command.KnownUserId is not null || Check(command) is not { } member || !IsUnknown(member.Email))
            return null;
        var domain = company.Grains.GetGrain<IDomainGrain>(DomainName.OfEmail(member.Email)!).GetCompanyIdAsync();
        var holder = company.Grains.GetGrain<IEmailAddressGrain>(member.Email).GetUserIdAsync();
        return await domain == company.Id && await holder is null ? member : null;
    }

    private MemberRecord? Check(ProvisionMember command)
    {
        try
        {
            return ProvisioningRules.MemberOf(command, company.Scopes, company.Now);
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    private bool IsUnknown(string email) =>
        !company.Roster.HasEmail(email) && company.Invitations.FindPending(email, company.Now) is null;

    private MemberView? Find(string userId) => company.Roster.Find(userId)?.View;

    private CreateMemberAccount CreationOf(CompanyAudit audit, MemberRecord member)
    {
        var record = audit.Of(AuditActions.MemberCreated, CompanyAudit.OfMember(member), MemberAudit.Of(null, member));
        return new CreateMemberAccount(member, ProvisioningRules.RegistrationOf(member, company.Id), Announce.Of(record));
    }
}
