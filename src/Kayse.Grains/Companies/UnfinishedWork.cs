using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;

namespace Kayse.Grains.Companies;

/// <summary>What a company had begun and not finished when its activation ended.</summary>
internal sealed class UnfinishedWork(
    CompanyContext company,
    CompanySteps steps,
    ScopeChanges scopes,
    MemberChanges members,
    AcceptInvitationHandler acceptances,
    InvitationChanges invitations
)
{
    /// <summary>Reads the company's lists, and finishes what an earlier activation could not.</summary>
    public async Task ActivateAsync()
    {
        await company.LoadAsync();
        await ResumeAsync();
    }

    public async Task RemindAsync()
    {
        await ResumeAsync();
        await invitations.RemoveOldAsync();
        await company.FlushAsync();
        await company.Reminder.RemoveIfDoneAsync();
    }

    // The index may be behind the invitations, and uniqueness and lists rest on it: nobody is served before that is
    // settled.
    private async Task ResumeAsync()
    {
        await steps.ResumeAsync();
        await scopes.ResumeAsync();
        await members.ResumeAsync();
        await acceptances.ResumeAsync();
        await Task.WhenAll(company.Invitations.InDoubt.Select(entry => invitations.ExistsAsync(entry.Id)));
    }
}
