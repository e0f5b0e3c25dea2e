using Kayse.Grains.ApiKeys;
using Kayse.Grains.BusinessHours;
using Kayse.Grains.Catalogue;
using Kayse.Grains.Directory;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Companies;

/// <summary>The classes that a company's grain consists of, a feature each. Each gets what it may touch.</summary>
internal sealed class CompanyParts
{
    /// <param name="company">What they share.</param>
    /// <param name="phones">Reads phone numbers.</param>
    /// <param name="invitationOptions">How invitations are limited.</param>
    /// <param name="seatOptions">How many members a company may have.</param>
    public CompanyParts(CompanyContext company, IPhoneNumberParser phones, InvitationOptions invitationOptions, SeatOptions seatOptions)
    {
        var list = new MemberList(company.Roster);
        var seats = new Seats(company, seatOptions);
        var invitationChanges = new InvitationChanges(company);
        var authority = new InvitationAuthority(company, invitationChanges);
        var limits = new InvitationLimits(company, invitationChanges, invitationOptions);
        var offboarding = new MemberOffboarding(company);
        var memberChanges = new MemberChanges(company, authority, offboarding);
        var scopeChanges = new ScopeChanges(company, memberChanges);
        ServiceKeys = new ServiceKeyRing(company);
        var steps = new CompanySteps(company, new CompanyFounding(company), memberChanges, ServiceKeys);
        Settings = new CompanySettings(company, steps, seats, phones, seatOptions);
        Members = new CompanyMembers(company, list, memberChanges, offboarding, seats);
        Accounts = new MemberAccounts(company, steps, memberChanges, authority, limits, seats, phones);
        Access = new CompanyAccess(company, Members, list);
        BulkProvisioning = new BulkProvisioning(company, steps, seats);
        Provisioned = new ProvisionedMembers(company, memberChanges, offboarding, seats);
        Provisioning = new MemberProvisioning(company, steps, memberChanges, authority, offboarding, Provisioned, seats);
        Contacts = new MemberContacts(company, memberChanges, limits);
        Ownership = new Ownership(company, steps);
        Invitations = new CompanyInvitations(company, invitationChanges, authority, limits, seats, phones, invitationOptions);
        Inviting = new Inviting(company, invitationChanges, authority, limits, memberChanges, seats, phones, invitationOptions);
        BulkInviting = new BulkInviting(company, Inviting, authority, limits, seats, phones);
        Acceptances = new AcceptInvitationHandler(company, invitationChanges, authority, limits, memberChanges, phones);
        Unfinished = new UnfinishedWork(company, steps, scopeChanges, memberChanges, Acceptances, invitationChanges);
        Scopes = new CompanyScopes(company, scopeChanges, invitationChanges, list);
        Sessions = new MemberSessions(company, list, memberChanges);
        Catalogue = new CompanyCatalogue(company);
        Events = new EventPublishing(company);
        Hours = new CompanyBusinessHours(company);
        Audit = new AuditReading(company);
    }

    public UnfinishedWork Unfinished { get; }

    public CompanySettings Settings { get; }

    public CompanyMembers Members { get; }

    public MemberAccounts Accounts { get; }

    public CompanyAccess Access { get; }

    public MemberProvisioning Provisioning { get; }

    public BulkProvisioning BulkProvisioning { get; }

    public ProvisionedMembers Provisioned { get; }

    public MemberContacts Contacts { get; }

    public Ownership Ownership { get; }

    public CompanyInvitations Invitations { get; }

    public Inviting Inviting { get; }

    public BulkInviting BulkInviting { get; }

    public AcceptInvitationHandler Acceptances { get; }

    public CompanyScopes Scopes { get; }

    public MemberSessions Sessions { get; }

    public CompanyCatalogue Catalogue { get; }

    public CompanyBusinessHours Hours { get; }

    public ServiceKeyRing ServiceKeys { get; }

    public EventPublishing Events { get; }

    public AuditReading Audit { get; }
}
