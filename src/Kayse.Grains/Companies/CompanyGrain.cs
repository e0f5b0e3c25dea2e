using Kayse.Grains.ApiKeys;
using Kayse.Grains.Audit;
using Kayse.Grains.BusinessHours;
using Kayse.Grains.Catalogue;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.Notifications;
using Kayse.Grains.Scopes;
using Kayse.Grains.Sessions;
using Kayse.Grains.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace Kayse.Grains.Companies;

/// <summary>
/// One activation for all that a company owns. Each feature is a class of its own that gets what it may touch; they are
/// put together here.
/// </summary>
[GrainType("company")]
internal sealed class CompanyGrain
    : DurableGrain,
        ICompanyGrain,
        ICompanyMembersGrain,
        ICompanyAccountsGrain,
        ICompanyAccessGrain,
        ICompanyProvisioningGrain,
        ICompanyInvitationsGrain,
        ICompanyScopesGrain,
        ICompanyCatalogueGrain,
        ICompanyBusinessHoursGrain,
        ICompanyServiceKeysGrain,
        IMemberSessionsGrain,
        ICompanyAuditGrain,
        ICompanyNewsGrain,
        ICompanyEventsGrain,
        ICompanySsoRequirementGrain,
        IRemindable
{
    private readonly IPersistentState<CompanyState> _storage;
    private readonly CompanyContext _company;
    private readonly CompanyParts _parts;

    public CompanyGrain(
        [PersistentState("company", Storage)] IPersistentState<CompanyState> storage,
        [FromKeyedServices(Storage)] IGrainStorage segments,
        IGrainContext context,
        IGrainFactory grains,
        IPhoneNumberParser phones,
        IOptions<InvitationOptions> invitationOptions,
        IOptions<SeatOptions> seatOptions,
        TimeProvider clock
    )
    {
        _storage = storage;
        var id = context.GrainId.Key.ToString()!;
        _company = new CompanyContext(id, context.GrainId, storage, new ObservedStorage(segments), grains, clock, DeactivateOnIdle)
        {
            Reminder = NewPendingReminder(() => _company!.HasPendingWork),
        };
        _parts = new CompanyParts(_company, phones, invitationOptions.Value, seatOptions.Value);
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        _storage.RecordExists ? _parts.Unfinished.ActivateAsync() : Task.CompletedTask;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _company.FlushAsync();

    public Task ReceiveReminder(string reminderName, TickStatus status) => _parts.Unfinished.RemindAsync();

    public Task<CompanyCreated> CreateAsync(SignUp command) => _parts.Settings.CreateAsync(command);

    public Task<CompanyView> GetAsync(Actor actor) => Task.FromResult(_parts.Settings.Get(actor));

    public Task<CompanyView> UpdateAsync(Actor actor, UpdateCompany command) => _parts.Settings.UpdateAsync(actor, command);

    public Task<SecurityPolicyView> GetSecurityPolicyAsync(Actor actor) => Task.FromResult(_parts.Settings.GetPolicy(actor));

    public Task<SecurityPolicyView> SetSecurityPolicyAsync(Actor actor, SetSecurityPolicy command) =>
        _parts.Settings.SetPolicyAsync(actor, command);

    public Task EnsureRightAsync(Actor actor, CompanyRight right) => _parts.Settings.EnsureRightAsync(actor, right);

    public Task<AuditOrigin> AuthorizeAsync(Actor actor, CompanyRight right) => Task.FromResult(_parts.Settings.Authorize(actor, right));

    public Task RequireSsoAsync(IReadOnlyList<string>? exemptUserIds) => _parts.Settings.RequireSsoAsync(exemptUserIds);

    public Task<Page<MemberView>> ListMembersAsync(Actor actor, MemberFilter filter, PageRequest page) =>
        _parts.Members.ListAsync(actor, filter, page);

    public Task<MemberView> GetMemberAsync(Actor actor, string userId) => _parts.Members.GetAsync(actor, userId);

    public Task<MemberView> UpdateMemberAsync(Actor actor, string userId, UpdateMember command) =>
        _parts.Members.UpdateAsync(actor, userId, command);

    public Task<MemberAccess> ExplainAccessAsync(Actor actor, string userId) => _parts.Access.ExplainAsync(actor, userId);

    public Task<AccessPreview> PreviewAccessAsync(Actor actor, string userId, UpdateMember command) =>
        _parts.Access.PreviewAsync(actor, userId, command);

    public Task<Page<AccessHolder>> FindHoldersAsync(Actor actor, AuthorizationQuestion question, PageRequest page) =>
        _parts.Access.FindHoldersAsync(actor, question, page);

    public Task<CompanyPeople> ListWithRightAsync(CompanyRight right) => _parts.Access.ListWithRightAsync(right);

    public Task DeactivateMemberAsync(Actor actor, string userId) => _parts.Members.DeactivateAsync(actor, userId);

    public Task ReactivateMemberAsync(Actor actor, string userId) => _parts.Members.ReactivateAsync(actor, userId);

    public Task RemoveMemberAsync(Actor actor, string userId) => _parts.Members.RemoveAsync(actor, userId);

    public Task LeaveAsync(Actor actor) => _parts.Members.LeaveAsync(actor);

    public Task<OffboardingView> GetOffboardingAsync(Actor actor, string userId) => _parts.Members.GetOffboardingAsync(actor, userId);

    public Task TransferOwnershipAsync(Actor actor, string userId) => _parts.Ownership.TransferAsync(actor, userId);

    public Task ContactChangedAsync(string userId) => _parts.Contacts.RefreshAsync(userId);

    public Task<string> PrepareCreateMemberAsync(Actor actor, Role role) => _parts.Accounts.PrepareCreateAsync(actor, role);

    public Task<MemberView> CreateMemberAsync(Actor actor, CreateMember command) => _parts.Accounts.CreateAsync(actor, command);

    public Task<MemberView> PrepareSetMemberPasswordAsync(Actor actor, string userId) =>
        _parts.Accounts.PrepareSetPasswordAsync(actor, userId);

    public Task SetMemberPasswordAsync(Actor actor, string userId, string passwordHash) =>
        _parts.Accounts.SetPasswordAsync(actor, userId, passwordHash);

    public Task SendMemberPasswordResetAsync(Actor actor, string userId) => _parts.Accounts.SendPasswordResetAsync(actor, userId);

    public Task<DateTimeOffset?> ResetMemberTwoFactorAsync(Actor actor, string userId) =>
        _parts.Accounts.ResetTwoFactorAsync(actor, userId);

    public Task CancelMemberTwoFactorResetAsync(Actor actor, string userId) => _parts.Accounts.CancelTwoFactorResetAsync(actor, userId);

    public Task DeleteAccountAsync(Actor actor, string userId) => _parts.Accounts.DeleteAsync(actor, userId);

    public Task DeletionRequestedAsync(DeletionNews news) => _parts.Accounts.DeletionRequestedAsync(news);

    public Task LeaveForDeletionAsync(string userId, bool onlyCheck) => _parts.Accounts.LeaveForDeletionAsync(userId, onlyCheck);

    public Task<ProvisionedMember> ProvisionMemberAsync(Actor actor, ProvisionMember command) =>
        _parts.Provisioning.ProvisionAsync(actor, command);

    public Task<IReadOnlyList<MemberView?>> CreateNewMembersAsync(Actor actor, IReadOnlyList<ProvisionMember> commands) =>
        _parts.BulkProvisioning.CreateAsync(actor, commands);

    public Task<MemberView> UpdateProvisionedAsync(Actor actor, string userId, string? fullName, Change<string>? jobTitle) =>
        _parts.Provisioned.UpdateAsync(actor, userId, fullName, jobTitle);

    public Task<MemberView> SetProvisionedAccessAsync(Actor actor, string userId, ProvisionedAccess access) =>
        _parts.Provisioned.SetAccessAsync(actor, userId, access);

    public Task<MemberView> DeactivateProvisionedAsync(Actor actor, string userId) => _parts.Provisioned.DeactivateAsync(actor, userId);

    public Task<MemberView> ReactivateProvisionedAsync(Actor actor, string userId) => _parts.Provisioned.ReactivateAsync(actor, userId);

    public Task RemoveProvisionedAsync(Actor actor, string userId) => _parts.Provisioned.RemoveAsync(actor, userId);

    public Task<MemberView?> FindProvisionedAsync(Actor actor, string userId) =>
        _parts.Provisioned.FindAsync(actor, roster => roster.Find(userId));

    public Task<MemberView?> FindProvisionedByEmailAsync(Actor actor, string email) =>
        _parts.Provisioned.FindAsync(actor, roster => roster.FindByEmail(email));

    public Task<ProvisionedRoster> ListProvisionedAsync(Actor actor, string? knownRevision) =>
        _parts.Provisioned.ListAsync(actor, knownRevision);

    public Task<bool> IsDeprovisionedAsync(Actor actor, string userId) => _parts.Provisioned.IsDeprovisionedAsync(actor, userId);

    public Task<bool> AllowReturnAsync(Actor actor, string userId) => _parts.Provisioned.AllowReturnAsync(actor, userId);

    public Task<Invited> InviteAsync(Actor actor, InviteMember command) => _parts.Inviting.InviteAsync(actor, command);

    public Task<IReadOnlyList<Refusal?>> CheckManyAsync(Actor actor, IReadOnlyList<InviteRow> rows) =>
        _parts.BulkInviting.CheckAsync(actor, rows);

    public Task<IReadOnlyList<InviteRowOutcome>> InviteManyAsync(Actor actor, IReadOnlyList<InviteRow> rows) =>
        _parts.BulkInviting.InviteAsync(actor, rows);

    public Task<Page<InvitationView>> ListInvitationsAsync(Actor actor, InvitationStatus? status, string? search, PageRequest page) =>
        _parts.Invitations.ListAsync(actor, status, search, page);

    public Task<int> CountPendingInvitationsAsync(Actor actor) => _parts.Invitations.CountPendingAsync(actor);

    public Task<InvitationView> GetInvitationAsync(Actor actor, string invitationId) => _parts.Invitations.GetAsync(actor, invitationId);

    public Task<InvitationView> UpdateInvitationAsync(Actor actor, string invitationId, UpdateInvitation command) =>
        _parts.Invitations.UpdateAsync(actor, invitationId, command);

    public Task<InvitationView> ResendInvitationAsync(Actor actor, string invitationId) =>
        _parts.Invitations.ResendAsync(actor, invitationId);

    public Task<InvitationLink> CreateInvitationLinkAsync(Actor actor, string invitationId) =>
        _parts.Invitations.CreateLinkAsync(actor, invitationId);

    public Task RevokeInvitationAsync(Actor actor, string invitationId) => _parts.Invitations.RevokeAsync(actor, invitationId);

    public Task<InvitationAccepted> AcceptInvitationAsync(AcceptInvitation command) => _parts.Acceptances.AcceptAsync(command);

    public Task DeclineInvitationAsync(DeclineInvitation command) => _parts.Invitations.DeclineAsync(command);

    public Task<Page<ScopeView>> ListScopesAsync(Actor actor, PageRequest page) => Task.FromResult(_parts.Scopes.List(actor, page));

    public Task<ScopeView> GetScopeAsync(Actor actor, string scopeId) => Task.FromResult(_parts.Scopes.Get(actor, scopeId));

    public Task<ScopeView> CreateScopeAsync(Actor actor, CreateScope command) => _parts.Scopes.CreateAsync(actor, command);

    public Task<ScopeView> UpdateScopeAsync(Actor actor, string scopeId, UpdateScope command) =>
        _parts.Scopes.UpdateAsync(actor, scopeId, command);

    public Task DeleteScopeAsync(Actor actor, string scopeId, long? expectedVersion, bool confirmed) =>
        _parts.Scopes.DeleteAsync(actor, scopeId, expectedVersion, confirmed);

    public Task<ScopeUse> GetScopeUseAsync(Actor actor, string scopeId) => _parts.Scopes.GetUseAsync(actor, scopeId);

    public Task<CatalogueView> GetCatalogueAsync(Actor actor, CatalogueKind kind) => _parts.Catalogue.GetAsync(actor, kind);

    public Task<CatalogueView> ReplaceCatalogueAsync(Actor actor, CatalogueKind kind, ReplaceCatalogue command) =>
        _parts.Catalogue.ReplaceAsync(actor, kind, command);

    public Task<BusinessHoursView> GetBusinessHoursAsync(Actor actor) => _parts.Hours.GetAsync(actor);

    public Task<BusinessHoursStatus> GetBusinessHoursStatusAsync(Actor actor, DateTimeOffset? at) =>
        _parts.Hours.GetStatusAsync(actor, at);

    public Task<BusinessHoursView> SetBusinessHoursAsync(Actor actor, SetBusinessHours command) => _parts.Hours.SetAsync(actor, command);

    public Task<Page<CompanySessionView>> ListSessionsAsync(Actor actor, string? userId, string? search, PageRequest page) =>
        _parts.Sessions.ListAsync(actor, userId, search, page);

    public Task EndSessionAsync(Actor actor, string sessionId) => _parts.Sessions.EndAsync(actor, sessionId);

    public Task SignOutMemberAsync(Actor actor, string userId) => _parts.Sessions.SignOutAsync(actor, userId);

    public Task<Page<SignInEntry>> SearchSignInHistoryAsync(Actor actor, SignInSearch search, PageRequest page) =>
        _parts.Sessions.SearchHistoryAsync(actor, search, page);

    public Task<IReadOnlyList<ServiceKeyView>> ListServiceKeysAsync(Actor actor) => _parts.ServiceKeys.ListAsync(actor);

    public Task<IssuedServiceKey> CreateServiceKeyAsync(Actor actor, CreateApiKey command) =>
        _parts.ServiceKeys.CreateAsync(actor, command);

    public Task<IssuedServiceKey> RotateServiceKeyAsync(Actor actor, string keyId, TimeSpan overlap) =>
        _parts.ServiceKeys.RotateAsync(actor, keyId, overlap);

    public Task EndServiceKeyOverlapAsync(Actor actor, string keyId) => _parts.ServiceKeys.EndOverlapAsync(actor, keyId);

    public Task RevokeServiceKeyAsync(Actor actor, string keyId) => _parts.ServiceKeys.RevokeAsync(actor, keyId);

    public Task<Page<AuditEntry>> ListAuditAsync(Actor actor, AuditFilter filter, PageRequest page) =>
        _parts.Audit.ListAsync(actor, filter, page);

    public Task<AuditVerification> VerifyAuditAsync(Actor actor, AuditChainPoint? from) => _parts.Audit.VerifyAsync(actor, from);

    public Task<CompanyEvents> ReadEventsAsync(Actor actor, string? after, int limit) =>
        _parts.Audit.ReadEventsAsync(actor, after, limit);

    public Task<IReadOnlyList<EventResult>> PublishEventsAsync(Actor actor, IReadOnlyList<NotificationEvent> events) =>
        _parts.Events.PublishAsync(actor, events);
}
