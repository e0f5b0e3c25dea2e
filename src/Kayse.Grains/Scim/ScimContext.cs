using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Scim;

/// <summary>What the parts of a company's directory share.</summary>
/// <param name="companyId">The company.</param>
/// <param name="storage">Tokens and brake.</param>
/// <param name="saveAsync">Stores them, and executes what is pending.</param>
/// <param name="people">The people whom the identity provider has sent.</param>
/// <param name="groups">Its groups.</param>
/// <param name="grains">For calls to the grains below.</param>
/// <param name="clock">What time it is.</param>
internal sealed class ScimContext(
    string companyId,
    IPersistentState<ScimDirectoryState> storage,
    Func<ScimDirectoryState, Task> saveAsync,
    ScimPeople people,
    ScimGroups groups,
    IGrainFactory grains,
    TimeProvider clock
)
{
    /// <summary>Why a change changed nothing, for the activity list.</summary>
    public const string SameAlready = "Kayse has these values already.";

    public string CompanyId => companyId;

    public ScimDirectoryState State => storage.State;

    public ScimPeople People => people;

    public ScimGroups Groups => groups;

    public TimeProvider Clock => clock;

    public DateTimeOffset Now => clock.GetUtcNow();

    public ICompanyProvisioningGrain Company => grains.GetGrain<ICompanyProvisioningGrain>(companyId);

    public Task SaveAsync(ScimDirectoryState next, params IEnumerable<ScimStep> steps) =>
        saveAsync(next with { Pending = next.Pending.With(steps) });

    /// <summary>Refuses an actor who lacks a right; otherwise who acts, as the audit log is to say it.</summary>
    public Task<AuditOrigin> AuthorizeAsync(Actor actor, Role least) =>
        grains.GetGrain<ICompanyGrain>(companyId).AuthorizeAsync(actor, new CompanyRight(least, []));

    /// <summary>Records a change in the audit log.</summary>
    public RecordScimChange Audit(AuditOrigin by, string action, AuditTarget target, params IReadOnlyList<AuditChange> changes) =>
        new(new AuditRecord(EntityId.New(clock), Now, by.Actor, action, target, changes, by.IpAddress, by.SessionId, companyId));

    /// <summary>Refuses a change that was meant for another version.</summary>
    public static void EnsureVersion(long? expected, long version)
    {
        if (expected is { } wanted && wanted != version)
            throw new RefusedException(ScimErrors.VersionMismatch);
    }
}
