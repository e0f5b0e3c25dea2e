using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Users;

internal sealed partial class UserGrain
{
    public async Task<UserView> UpdateProfileAsync(UpdateProfile command)
    {
        EnsureKnown();
        await FinishAsync();
        var next = ProfileRules.Apply(State, command, phones);
        if (ReferenceEquals(next, State))
            return View;
        await SaveAndFinishAsync(next);
        return View;
    }

    public Task<UserContact?> GetContactAsync() =>
        Task.FromResult(
            State.Email is { } email ? new UserContact(State.ContactVersion, email, State.PhoneNumber) { Photo = State.Photo } : null
        );

    public async Task ContactKnownAsync(string companyId, long version)
    {
        if (version != State.ContactVersion || !State.UntoldCompanyIds.Contains(companyId, StringComparer.Ordinal))
            return;
        await SaveAsync(storage, State with { UntoldCompanyIds = [.. State.UntoldCompanyIds.Where(id => id != companyId)] });
        await StopFinishingAsync();
    }

    private async Task FinishProfileAsync()
    {
        if (State.Renaming || State.UnsettledEmails.Count > 0 || State.UnsettledPhotos.Count > 0)
        {
            await SettleEmailsAsync();
            await SettlePhotosAsync();
            if (State.Renaming)
                await PushPrincipalsAsync();
            await SaveAsync(storage, State with { UnsettledEmails = [], UnsettledPhotos = [], Renaming = false });
        }

        await TellCompaniesAsync();
    }

    // One-way: what is lost is told again by the reminder, which stays until each of them has it.
    private Task TellCompaniesAsync() =>
        Task.WhenAll(State.UntoldCompanyIds.Select(id => GrainFactory.GetGrain<ICompanyNewsGrain>(id).ContactChangedAsync(Key)));

    private async Task PushPrincipalsAsync()
    {
        var sessions = (await LiveSessionsAsync()).Select(BringUpToDateAsync);
        var keys =
            from key in State.ApiKeys
            let membership = UserRules.ActiveMembership(State, key.CompanyId)
            where membership is not null
            select ApiKey(key.Id).SetPrincipalAsync(ApiKeyPrincipalOf(membership));
        await Task.WhenAll(sessions.Concat(keys));
    }
}
