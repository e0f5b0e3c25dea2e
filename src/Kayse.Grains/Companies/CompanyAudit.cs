using Kayse.Grains.Audit;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Companies;

/// <summary>The audit records of what is done in a company.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="Actor">Who does it.</param>
/// <param name="Command">The command by which they do it; null when it was given without a session.</param>
/// <param name="Clock">What time it is.</param>
internal sealed record CompanyAudit(string CompanyId, AuditActor Actor, Actor? Command, TimeProvider Clock)
{
    public AuditRecord CompanyCreated(CompanyState company) =>
        Of(
            AuditActions.CompanyCreated,
            OfCompany(company),
            new AuditDiff<CompanyState>(null, company).Text("name", state => state.Name).Changes
        );

    public AuditRecord MemberJoined(MemberRecord member, string invitationId) =>
        Of(
            AuditActions.MemberJoined,
            OfMember(member),
            [.. MemberAudit.Of(null, member), new AuditChange("invitationId", null, $"\"{invitationId}\"", Personal: false)]
        );

    public AuditRecord InvitationAccepted(string invitationId, InvitationDetails details) =>
        Of(AuditActions.InvitationAccepted, new AuditTarget(AuditTargetKinds.Invitation, invitationId, details.FullName), []);

    public AuditRecord MemberAdded(MemberRecord member) => Of(AuditActions.MemberAdded, OfMember(member), MemberAudit.Of(null, member));

    /// <summary>A change of a member, a record for each kind of it; none when nothing differs.</summary>
    public IReadOnlyList<AuditRecord> MemberUpdated(MemberRecord before, MemberRecord next) =>
        [
            .. MemberAudit
                .Of(before, next)
                .GroupBy(change => ActionOf(change.Field), StringComparer.Ordinal)
                .Select(changes => Of(changes.Key, OfMember(next), [.. changes])),
        ];

    public AuditRecord CompanyUpdated(CompanyState before, CompanyState after) =>
        Of(
            AuditActions.CompanyUpdated,
            OfCompany(after),
            new AuditDiff<CompanyState>(before, after)
                .Text("name", company => company.Name)
                .Text("phoneNumber", company => company.PhoneNumber)
                .Text("email", company => company.Email)
                .Texts("postalAddress.lines", company => company.PostalAddress?.Lines ?? [])
                .Text("postalAddress.city", company => company.PostalAddress?.City)
                .Text("postalAddress.region", company => company.PostalAddress?.Region)
                .Text("postalAddress.postalCode", company => company.PostalAddress?.PostalCode)
                .Text("postalAddress.country", company => company.PostalAddress?.Country)
                .Text("website", company => company.Website)
                .Number("seatLimit", company => company.SeatLimit)
                .Changes
        );

    public AuditRecord PolicyChanged(CompanyState before, CompanyState after) =>
        Of(
            AuditActions.PolicyChanged,
            OfCompany(after),
            new AuditDiff<SecurityPolicy>(before.Policy, after.Policy)
                .Flag("twoFactorRequired", policy => policy.TwoFactorRequired)
                .Number("twoFactorGraceDays", policy => (long)policy.TwoFactorGracePeriod.TotalDays)
                .Number("idleTimeoutMinutes", policy => (long?)policy.LongestIdleTimeout?.TotalMinutes)
                .Number("sessionLifetimeMinutes", policy => (long?)policy.LongestLifetime?.TotalMinutes)
                .Flag("rememberMeAllowed", policy => policy.RememberMeAllowed)
                .Flag("trustedDevicesAllowed", policy => policy.TrustedDevicesAllowed)
                .Texts("invitedEmailDomains", policy => policy.InvitedEmailDomains)
                .Number("invitationLifetimeHours", policy => (long?)policy.InvitationLifetime?.TotalHours)
                .Changes
        );

    /// <summary>A record of something done to the company, a member, a scope.</summary>
    public AuditRecord Of(string action, AuditTarget target, IReadOnlyList<AuditChange> changes) =>
        new(EntityId.New(Clock), Clock.GetUtcNow(), Actor, action, target, changes, Command?.IpAddress, Command?.SessionId, CompanyId);

    public static AuditOrigin OriginOf(MemberRecord member, Actor command) =>
        new(ActorOf(member, command), command.IpAddress, command.SessionId);

    /// <summary>A service key or an identity provider is no person: the entry's session id names it.</summary>
    public static AuditActor ActorOf(MemberRecord member, Actor? command) =>
        new(command is { IsServiceKey: true } or { IsDirectory: true } ? null : member.UserId, member.FullName);

    public static AuditTarget OfMember(MemberRecord member) => new(AuditTargetKinds.Member, member.UserId, member.FullName);

    private AuditTarget OfCompany(CompanyState company) => new(AuditTargetKinds.Company, CompanyId, company.Name);

    private static string ActionOf(string field) =>
        field switch
        {
            "role" => AuditActions.MemberRoleChanged,
            "caseAccess" or "scopeIds" => AuditActions.MemberScopesChanged,
            "permissions" => AuditActions.MemberPermissionsChanged,
            "agentAccess" or "agentIds" or "agentOverrides" => AuditActions.MemberAgentsChanged,
            _ => AuditActions.MemberUpdated,
        };
}
