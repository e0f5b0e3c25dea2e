using System.Globalization;
using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;

namespace Kayse.Grains.Invitations;

/// <summary>
/// What becomes of invitations once they are sent, except that somebody accepts: <see cref="ICompanyInvitationsGrain"/>.
/// </summary>
internal sealed class CompanyInvitations(
    CompanyContext company,
    InvitationChanges changes,
    InvitationAuthority authority,
    InvitationLimits limits,
    Seats seats,
    IPhoneNumberParser phones,
    InvitationOptions options
)
{
    private TimeSpan Lifetime => company.State.Policy.InvitationLifetime ?? options.Lifetime;

    public async Task<Page<InvitationView>> ListAsync(Actor actor, InvitationStatus? status, string? search, PageRequest page)
    {
        await company.WhenSavedAsync();
        authority.Inviter(actor);
        var words = SearchText.WordsOf(search);
        var keptDays = await changes.KeptDaysAsync();
        var entries = company.Invitations.Entries.Where(entry =>
            (status is null || entry.StatusAt(company.Now) == status) && entry.IsKeptAt(company.Now, keptDays) && entry.Has(words)
        );
        var cut = Paging.Cut(
            entries,
            entry => string.Create(CultureInfo.InvariantCulture, $"{long.MaxValue - entry.CreatedAt.UtcTicks:d19}{entry.Id}"),
            page
        );
        var views = await Task.WhenAll(cut.Items.Select(entry => changes.Grain(entry.Id).GetAsync()));
        changes.ForgetDeleted(cut.Items.Zip(views).Where(found => found.Second is null).Select(found => found.First));
        return new Page<InvitationView>(
            [.. views.OfType<InvitationView>().Select(changes.WithRemainingScopes)],
            cut.NextCursor,
            cut.Total
        );
    }

    public async Task<int> CountPendingAsync(Actor actor)
    {
        await company.WhenSavedAsync();
        authority.Inviter(actor);
        return company.Invitations.CountPending(company.Now);
    }

    public async Task<InvitationView> GetAsync(Actor actor, string invitationId)
    {
        await company.WhenSavedAsync();
        authority.Inviter(actor);
        var view = await changes.GetAsync(invitationId);
        return company.Now < InvitationRules.ForgottenAt(view.EndedAt, view.ExpiresAt, await changes.KeptDaysAsync())
            ? view
            : throw new RefusedException(GeneralErrors.NotFound);
    }

    public async Task<InvitationView> UpdateAsync(Actor actor, string invitationId, UpdateInvitation command)
    {
        var inviter = await authority.VerifiedInviterAsync(actor);
        var entry = await changes.SettleAsync(invitationId);
        var view = await changes.GetAsync(invitationId);
        var before = view.Details;
        authority.EnsureMayGive(inviter, before);
        VersionRules.EnsureExpected(command.ExpectedVersion, view.Version);
        var after = InvitationDetailsRules.Apply(invitationId, before, command, phones, company.Scopes);
        authority.EnsureMayGive(inviter, actor, after);
        limits.EnsurePhoneIsFree(after.PhoneNumber, invitationId);
        if (before.Email != after.Email)
        {
            await limits.EnsureCanJoinAsync(after.Email);
            limits.EnsureMailAllowed();
            entry = entry.WithMail(limits.Day);
        }

        return await changes.ChangeAsync(
            entry,
            invitation => invitation.UpdateAsync(after, Lifetime, CompanyAudit.OriginOf(inviter, actor))
        );
    }

    public async Task<InvitationView> ResendAsync(Actor actor, string invitationId)
    {
        var inviter = await authority.VerifiedInviterAsync(actor);
        var entry = await changes.SettleAsync(invitationId);
        var details = (await changes.GetAsync(invitationId)).Details;
        authority.EnsureMayGive(inviter, actor, details);
        limits.EnsureDomainAllowed(details.Email);
        if (entry.StatusAt(company.Now) == InvitationStatus.Expired)
        {
            await limits.EnsureNotKnownAsync(details.Email);
            limits.EnsurePhoneIsFree(details.PhoneNumber, invitationId);
            seats.EnsureAvailable();
        }

        limits.EnsureMailAllowed();
        return await changes.ChangeAsync(
            entry.WithMail(limits.Day),
            invitation => invitation.ResendAsync(Lifetime, CompanyAudit.OriginOf(inviter, actor))
        );
    }

    public async Task<InvitationLink> CreateLinkAsync(Actor actor, string invitationId)
    {
        var inviter = await authority.VerifiedInviterAsync(actor);
        var entry = await changes.SettleAsync(invitationId);
        var details = (await changes.GetAsync(invitationId)).Details;
        authority.EnsureMayGive(inviter, actor, details);
        limits.EnsureDomainAllowed(details.Email);
        var token = "";
        var view = await changes.ChangeAsync(
            entry,
            async invitation =>
            {
                var link = await invitation.CreateLinkAsync(CompanyAudit.OriginOf(inviter, actor));
                token = link.Token;
                return link.Invitation;
            }
        );
        return new InvitationLink(view, token);
    }

    public async Task RevokeAsync(Actor actor, string invitationId)
    {
        var inviter = authority.Inviter(actor);
        var entry = await changes.SettleAsync(invitationId);
        var details = (await changes.GetAsync(invitationId)).Details;
        authority.EnsureMayGive(inviter, details);
        await changes.EndAsync(entry, invitation => invitation.RevokeAsync(CompanyAudit.OriginOf(inviter, actor)));
    }

    public async Task DeclineAsync(DeclineInvitation command)
    {
        var entry = await changes.SettleAsync(command.InvitationId);
        await changes.Grain(entry.Id).LookUpAsync(command.Secret);
        var by = new AuditOrigin(InvitationAudit.Invitee, command.IpAddress, SessionId: null);
        await changes.EndAsync(entry, invitation => invitation.DeclineAsync(command.Secret, by));
    }
}
