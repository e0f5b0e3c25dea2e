using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Users;

namespace Kayse.Grains.Companies;

/// <summary>Creates the company, its founder and the founder's account (CO-1).</summary>
internal sealed class CompanyFounding(CompanyContext company)
{
    /// <summary>May be repeated. After a refusal nothing is left of it.</summary>
    public async Task FoundAsync(SignUp command)
    {
        var userId = command.ExistingUserId ?? command.UserId;
        await ClaimAsync(command, company.User<IUserGrain>(userId));
        var founder = CompanyRules.FounderOf(command, (await company.User<IUserGrain>(userId).GetAsync())!, company.Now);
        var founded = new CompanyState
        {
            Name = command.CompanyName,
            CreatedAt = company.Now,
            FounderId = userId,
        };
        await company.Roster.PutAsync(founder);
        await company
            .User<IMembershipsGrain>(userId)
            .PutMembershipAsync(CompanyRules.MembershipOf(founder, company.Id, founded, caseTypes: null));
        var record = company.AuditBy(founder).CompanyCreated(founded) with { IpAddress = command.IpAddress };
        await company.SaveAsync(founded with { Pending = [Announce.Of(record)] });
    }

    private async Task ClaimAsync(SignUp command, IUserGrain user)
    {
        var gate = company.Grains.GetGrain<ISignUpGrain>(ISignUpGrain.Key);
        try
        {
            if (!await gate.ClaimFirstAsync(company.Id) && command.FirstRunOnly)
                throw new RefusedException(CompanyErrors.SignUpClosed);
            if (command.ExistingUserId is null)
                await user.RegisterAsync(CompanyRules.RegistrationOf(command));
        }
        catch (RefusedException refused)
        {
            await gate.ReleaseAsync(company.Id);
            await company.ClearAsync();
            throw refused.Refusal == UserErrors.EmailTaken ? new RefusedException(CompanyErrors.SignUpRefused) : refused;
        }
    }
}
