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
    private readonly UnfinishedWork _unfinished;
    private readonly CompanySettings _settings;
    private readonly MemberChanges _memberChanges;
    private readonly CompanyMembers _members;
    private readonly MemberAccounts _accounts;
    private readonly CompanyAccess _access;
    private readonly MemberProvisioning _provisioning;
    private readonly BulkProvisioning _bulkProvisioning;
    private readonly ProvisionedMembers _provisioned;
    private readonly MemberContacts _contacts;
    private readonly Ownership _ownership;
    private readonly InvitationChanges _invitationChanges;
    private readonly CompanyInvitations _invitations;
    private readonly Inviting _inviting;
    private readonly BulkInviting _bulkInviting;
    private readonly AcceptInvitationHandler _acceptances;
    private readonly ScopeChanges _scopeChanges;
    private readonly CompanyScopes _scopes;
    private readonly MemberSessions _sessions;
    private readonly CompanyCatalogue _catalogue;
    private readonly CompanyBusinessHours _hours;
    private readonly ServiceKeyRing _serviceKeys;
    private readonly EventPublishing _events;
    private readonly AuditReading _audit;

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
        var list = new MemberList(_company.Roster);
        var seats = new Seats(_company, seatOptions.Value);
        _invitationChanges = new InvitationChanges(_company);
        var authority = new InvitationAuthority(_company, _invitationChanges);
        var limits = new InvitationLimits(_company, _invitationChanges, invitationOptions.Value);
        var offboarding = new MemberOffboarding(_company);
        _memberChanges = new MemberChanges(_company, authority, offboarding);
        _scopeChanges = new ScopeChanges(_company, _memberChanges);
        _serviceKeys = new ServiceKeyRing(_company);
        var steps = new CompanySteps(_company, new CompanyFounding(_company), _memberChanges, _serviceKeys);
        _settings = new CompanySettings(_company, steps, seats, phones, seatOptions.Value);
        _members = new CompanyMembers(_company, list, _memberChanges, offboarding, seats);
        _accounts = new MemberAccounts(_company, steps, _memberChanges, authority, limits, seats, phones);
        _access = new CompanyAccess(_company, _members, list);
        _bulkProvisioning = new BulkProvisioning(_company, steps, seats);
        _provisioned = new ProvisionedMembers(_company, _memberChanges, offboarding, seats);
        _provisioning = new MemberProvisioning(_company, steps, _memberChanges, authority, offboarding, _provisioned, seats);
        _contacts = new MemberContacts(_company, _memberChanges, limits);
        _ownership = new Ownership(_company, steps);
        _invitations = new CompanyInvitations(_company, _invitationChanges, authority, limits, seats, phones, invitationOptions.Value);
        _inviting = new Inviting(_company, _invitationChanges, authority, limits, _memberChanges, seats, phones, invitationOptions.Value);
        _bulkInviting = new BulkInviting(_company, _inviting, authority, limits, seats, phones);
        _acceptances = new AcceptInvitationHandler(_company, _invitationChanges, authority, limits, _memberChanges, phones);
        _unfinished = new UnfinishedWork(_company, steps, _scopeChanges, _memberChanges, _acceptances, _invitationChanges);
        _scopes = new CompanyScopes(_company, _scopeChanges, _invitationChanges, list);
        _sessions = new MemberSessions(_company, list, _memberChanges);
        _catalogue = new CompanyCatalogue(_company);
        _events = new EventPublishing(_company);
        _hours = new CompanyBusinessHours(_company);
        _audit = new AuditReading(_company);
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        _storage.RecordExists ? _unfinished.ActivateAsync() : Task.CompletedTask;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _company.FlushAsync();

    public Task ReceiveReminder(string reminderName, TickStatus status) => _unfinished.RemindAsync();

    public Task<CompanyCreated> CreateAsync(SignUp command) => _settings.CreateAsync(command);

    public Task<CompanyView> GetAsync(Actor actor) => Task.FromResult(_settings.Get(actor));

    public Task<CompanyView> UpdateAsync(Actor actor, UpdateCompany command) => _settings.UpdateAsync(actor, command);

    public Task<SecurityPolicyView> GetSecurityPolicyAsync(Actor actor) => Task.FromResult(_settings.GetPolicy(actor));

    public Task<SecurityPolicyView> SetSecurityPolicyAsync(Actor actor, SetSecurityPolicy command) =>
        _settings.SetPolicyAsync(actor, command);

    public Task EnsureRightAsync(Actor actor, CompanyRight right) => _settings.EnsureRightAsync(actor, right);

    public Task<AuditOrigin> AuthorizeAsync(Actor actor, CompanyRight right) => Task.FromResult(_settings.Authorize(actor, right));

    public Task RequireSsoAsync(IReadOnlyList<string>? exemptUserIds) => _settings.RequireSsoAsync(exemptUserIds);

    public Task<Page<MemberView>> ListMembersAsync(Actor actor, MemberFilter filter, PageRequest page) =>
        _members.ListAsync(actor, filter, page);

    public Task<MemberView> GetMemberAsync(Actor actor, string userId) => _members.GetAsync(actor, userId);

    public Task<MemberView> UpdateMemberAsync(Actor actor, string userId, UpdateMember command) =>
        _members.UpdateAsync(actor, userId, command);

    public Task<MemberAccess> ExplainAccessAsync(Actor actor, string userId) => _access.ExplainAsync(actor, userId);

    public Task<AccessPreview> PreviewAccessAsync(Actor actor, string userId, UpdateMember command) =>
        _access.PreviewAsync(actor, userId, command);

    public Task<Page<AccessHolder>> FindHoldersAsync(Actor actor, AuthorizationQuestion question, PageRequest page) =>
        _access.FindHoldersAsync(actor, question, page);

    public Task<CompanyPeople> ListWithRightAsync(CompanyRight right) => _access.ListWithRightAsync(right);

    public Task DeactivateMemberAsync(Actor actor, string userId) => _members.DeactivateAsync(actor, userId);

    public Task ReactivateMemberAsync(Actor actor, string userId) => _members.ReactivateAsync(actor, userId);

    public Task RemoveMemberAsync(Actor actor, string userId) => _members.RemoveAsync(actor, userId);

    public Task LeaveAsync(Actor actor) => _members.LeaveAsync(actor);

    public Task<OffboardingView> GetOffboardingAsync(Actor actor, string userId) => _members.GetOffboardingAsync(actor, userId);

    public Task TransferOwnershipAsync(Actor actor, string userId) => _ownership.TransferAsync(actor, userId);

    public Task ContactChangedAsync(string userId) => _contacts.RefreshAsync(userId);

    public Task<string> PrepareCreateMemberAsync(Actor actor, Role role) => _accounts.PrepareCreateAsync(actor, role);

    public Task<MemberView> CreateMemberAsync(Actor actor, CreateMember command) => _accounts.CreateAsync(actor, command);

    public Task<MemberView> PrepareSetMemberPasswordAsync(Actor actor, string userId) => _accounts.PrepareSetPasswordAsync(actor, userId);

    public Task SetMemberPasswordAsync(Actor actor, string userId, string passwordHash) =>
        _accounts.SetPasswordAsync(actor, userId, passwordHash);

    public Task SendMemberPasswordResetAsync(Actor actor, string userId) => _accounts.SendPasswordResetAsync(actor, userId);

    public Task<DateTimeOffset?> ResetMemberTwoFactorAsync(Actor actor, string userId) => _accounts.ResetTwoFactorAsync(actor, userId);

    public Task CancelMemberTwoFactorResetAsync(Actor actor, string userId) => _accounts.CancelTwoFactorResetAsync(actor, userId);

    public Task DeleteAccountAsync(Actor actor, string userId) => _accounts.DeleteAsync(actor, userId);

    public Task DeletionRequestedAsync(DeletionNews news) => _accounts.DeletionRequestedAsync(news);

    public Task LeaveForDeletionAsync(string userId, bool onlyCheck) => _accounts.LeaveForDeletionAsync(userId, onlyCheck);

    public Task<ProvisionedMember> ProvisionMemberAsync(Actor actor, ProvisionMember command) =>
        _provisioning.ProvisionAsync(actor, command);

    public Task<IReadOnlyList<MemberView?>> CreateNewMembersAsync(Actor actor, IReadOnlyList<ProvisionMember> commands) =>
        _bulkProvisioning.CreateAsync(actor, commands);

    public Task<MemberView> UpdateProvisionedAsync(Actor actor, string userId, string? fullName, Change<string>? jobTitle) =>
        _provisioned.UpdateAsync(actor, userId, fullName, jobTitle);

    public Task<MemberView> SetProvisionedAccessAsync(Actor actor, string userId, ProvisionedAccess access) =>
        _provisioned.SetAccessAsync(actor, userId, access);

    public Task<MemberView> DeactivateProvisionedAsync(Actor actor, string userId) => _provisioned.DeactivateAsync(actor, userId);

    public Task<MemberView> ReactivateProvisionedAsync(Actor actor, string userId) => _provisioned.ReactivateAsync(actor, userId);

    public Task RemoveProvisionedAsync(Actor actor, string userId) => _provisioned.RemoveAsync(actor, userId);

    public Task<MemberView?> FindProvisionedAsync(Actor actor, string userId) =>
        _provisioned.FindAsync(actor, roster => roster.Find(userId));

    public Task<MemberView?> FindProvisionedByEmailAsync(Actor actor, string email) =>
        _provisioned.FindAsync(actor, roster => roster.FindByEmail(email));

    public Task<ProvisionedRoster> ListProvisionedAsync(Actor actor, string? knownRevision) =>
        _provisioned.ListAsync(actor, knownRevision);

    public Task<bool> IsDeprovisionedAsync(Actor actor, string userId) => _provisioned.IsDeprovisionedAsync(actor, userId);

    public Task<bool> AllowReturnAsync(Actor actor, string userId) => _provisioned.AllowReturnAsync(actor, userId);

    public Task<Invited> InviteAsync(Actor actor, InviteMember command) => _inviting.InviteAsync(actor, command);

    public Task<IReadOnlyList<Refusal?>> CheckManyAsync(Actor actor, IReadOnlyList<InviteRow> rows) =>
        _bulkInviting.CheckAsync(actor, rows);

    public Task<IReadOnlyList<InviteRowOutcome>> InviteManyAsync(Actor actor, IReadOnlyList<InviteRow> rows) =>
        _bulkInviting.InviteAsync(actor, rows);

    public Task<Page<InvitationView>> ListInvitationsAsync(Actor actor, InvitationStatus? status, string? search, PageRequest page) =>
        _invitations.ListAsync(actor, status, search, page);

    public Task<int> CountPendingInvitationsAsync(Actor actor) => _invitations.CountPendingAsync(actor);

    public Task<InvitationView> GetInvitationAsync(Actor actor, string invitationId) => _invitations.GetAsync(actor, invitationId);

    public Task<InvitationView> UpdateInvitationAsync(Actor actor, string invitationId, UpdateInvitation command) =>
        _invitations.UpdateAsync(actor, invitationId, command);

    public Task<InvitationView> ResendInvitationAsync(Actor actor, string invitationId) => _invitations.ResendAsync(actor, invitationId);

    public Task<InvitationLink> CreateInvitationLinkAsync(Actor actor, string invitationId) =>
        _invitations.CreateLinkAsync(actor, invitationId);

    public Task RevokeInvitationAsync(Actor actor, string invitationId) => _invitations.RevokeAsync(actor, invitationId);

    public Task<InvitationAccepted> AcceptInvitationAsync(AcceptInvitation command) => _acceptances.AcceptAsync(command);

    public Task DeclineInvitationAsync(DeclineInvitation command) => _invitations.DeclineAsync(command);

    public Task<Page<ScopeView>> ListScopesAsync(Actor actor, PageRequest page) => Task.FromResult(_scopes.List(actor, page));

    public Task<ScopeView> GetScopeAsync(Actor actor, string scopeId) => Task.FromResult(_scopes.Get(actor, scopeId));

    public Task<ScopeView> CreateScopeAsync(Actor actor, CreateScope command) => _scopes.CreateAsync(actor, command);

    public Task<ScopeView> UpdateScopeAsync(Actor actor, string scopeId, UpdateScope command) =>
        _scopes.UpdateAsync(actor, scopeId, command);

    public Task DeleteScopeAsync(Actor actor, string scopeId, long? expectedVersion, bool confirmed) =>
        _scopes.DeleteAsync(actor, scopeId, expectedVersion, confirmed);

    public Task<ScopeUse> GetScopeUseAsync(Actor actor, string scopeId) => _scopes.GetUseAsync(actor, scopeId);

    public Task<CatalogueView> GetCatalogueAsync(Actor actor, CatalogueKind kind) => _catalogue.GetAsync(actor, kind);

    public Task<CatalogueView> ReplaceCatalogueAsync(Actor actor, CatalogueKind kind, ReplaceCatalogue command) =>
        _catalogue.ReplaceAsync(actor, kind, command);

    public Task<BusinessHoursView> GetBusinessHoursAsync(Actor actor) => _hours.GetAsync(actor);

    public Task<BusinessHoursStatus> GetBusinessHoursStatusAsync(Actor actor, DateTimeOffset? at) => _hours.GetStatusAsync(actor, at);

    public Task<BusinessHoursView> SetBusinessHoursAsync(Actor actor, SetBusinessHours command) => _hours.SetAsync(actor, command);

    public Task<Page<CompanySessionView>> ListSessionsAsync(Actor actor, string? userId, string? search, PageRequest page) =>
        _sessions.ListAsync(actor, userId, search, page);

    public Task EndSessionAsync(Actor actor, string sessionId) => _sessions.EndAsync(actor, sessionId);

    public Task SignOutMemberAsync(Actor actor, string userId) => _sessions.SignOutAsync(actor, userId);

    public Task<Page<SignInEntry>> SearchSignInHistoryAsync(Actor actor, SignInSearch search, PageRequest page) =>
        _sessions.SearchHistoryAsync(actor, search, page);

    public Task<IReadOnlyList<ServiceKeyView>> ListServiceKeysAsync(Actor actor) => _serviceKeys.ListAsync(actor);

    public Task<IssuedServiceKey> CreateServiceKeyAsync(Actor actor, CreateApiKey command) => _serviceKeys.CreateAsync(actor, command);

    public Task<IssuedServiceKey> RotateServiceKeyAsync(Actor actor, string keyId, TimeSpan overlap) =>
        _serviceKeys.RotateAsync(actor, keyId, overlap);

    public Task EndServiceKeyOverlapAsync(Actor actor, string keyId) => _serviceKeys.EndOverlapAsync(actor, keyId);

    public Task RevokeServiceKeyAsync(Actor actor, string keyId) => _serviceKeys.RevokeAsync(actor, keyId);

    public Task<Page<AuditEntry>> ListAuditAsync(Actor actor, AuditFilter filter, PageRequest page) =>
        _audit.ListAsync(actor, filter, page);

    public Task<AuditVerification> VerifyAuditAsync(Actor actor, AuditChainPoint? from) => _audit.VerifyAsync(actor, from);

    public Task<CompanyEvents> ReadEventsAsync(Actor actor, string? after, int limit) => _audit.ReadEventsAsync(actor, after, limit);

    public Task<IReadOnlyList<EventResult>> PublishEventsAsync(Actor actor, IReadOnlyList<NotificationEvent> events) =>
        _events.PublishAsync(actor, events);
}
