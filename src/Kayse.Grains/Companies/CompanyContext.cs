using Kayse.Grains.ApiKeys;
using Kayse.Grains.Audit;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.State;
using Kayse.Grains.Users;
using Orleans.Storage;

namespace Kayse.Grains.Companies;

/// <summary>What the parts of a company's grain share: its state, its lists, and who may act on them.</summary>
/// <param name="id">The company's.</param>
/// <param name="grainId">Under which its lists are stored.</param>
/// <param name="storage">Its own record.</param>
/// <param name="segments">Where its lists are stored.</param>
/// <param name="grains">For calls to the grains below.</param>
/// <param name="clock">What time it is.</param>
/// <param name="deactivate">Ends the activation, which reads what is stored when it is next called.</param>
internal sealed class CompanyContext(
    string id,
    GrainId grainId,
    IPersistentState<CompanyState> storage,
    ObservedStorage segments,
    IGrainFactory grains,
    TimeProvider clock,
    Action deactivate
)
{
    public string Id => id;

    public CompanyState State => storage.State;

    public Roster Roster { get; } = new(segments, grainId, deactivate);

    public ScopeList Scopes { get; } = new(segments, grainId, deactivate);

    public InvitationIndex Invitations { get; } = new(segments, grainId, deactivate);

    public IGrainFactory Grains => grains;

    public TimeProvider Clock => clock;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The reminder by which the company resumes what a crash interrupted.</summary>
    public required PendingReminder Reminder { get; init; }

    /// <summary>Whether any step is pending, or an invitation in doubt.</summary>
    public bool HasPendingWork =>
        State.Pending.Count > 0 || Roster.Unfinished.Count > 0 || Scopes.Unfinished.Count > 0 || Invitations.InDoubt.Count > 0;

    public async Task LoadAsync() => await Task.WhenAll(Roster.LoadAsync(), Scopes.LoadAsync(), Invitations.LoadAsync());

    public Task FlushAsync() => Task.WhenAll(Roster.FlushAsync(), Invitations.FlushAsync());

    /// <summary>For a read that interleaves with commands: completes when everything in memory is on disk.</summary>
    public Task WhenSavedAsync() => segments.WhenSavedAsync();

    public async Task SaveAsync(CompanyState next)
    {
        storage.State = next;
        await DeactivateOnFaultAsync(storage.WriteStateAsync);
    }

    public Task ClearAsync() => DeactivateOnFaultAsync(storage.ClearStateAsync);

    public void Deactivate() => deactivate();

    /// <summary>
    /// Work across grains: after a fault in the middle of it this activation no longer knows where it stands, and ends.
    /// </summary>
    public async Task DeactivateOnFaultAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is not RefusedException)
        {
            deactivate();
            throw;
        }
    }

    /// <summary>
    /// The active member, or the service key as if it were one, who acts; refuses <c>not_found</c> to anybody else.
    /// </summary>
    public MemberRecord Acting(Actor actor)
    {
        // Anybody signed in can ask for any id: a company that doesn't exist must not stay in memory.
        if (State.FounderId is null)
            deactivate();
        if (actor.IsServiceKey)
            return ServiceKeyRules.Acting(State.ServiceKeys, actor);
        var member = Roster.Acting(actor);
        SsoAccessRules.EnsureOpen(actor, member, id, State);
        return member;
    }

    /// <summary>The actor, if they may change the company's settings.</summary>
    public MemberRecord Admin(Actor actor)
    {
        var member = Acting(actor);
        MemberRules.EnsureRole(member, Role.Admin);
        return member;
    }

    /// <summary>
    /// Who acts and on whom; refuses an actor without the permission, or with a lower role than the member.
    /// </summary>
    public (MemberRecord Acting, MemberRecord Member) ActingOn(Actor actor, string userId, string permission)
    {
        var acting = Acting(actor);
        MemberRules.EnsureMay(acting, permission);
        var member = Roster.Get(userId);
        MemberRules.EnsureNotAbove(acting, member);
        return (acting, member);
    }

    public IServiceKeyGrain ServiceKey(string keyId) => grains.GetGrain<IServiceKeyGrain>(keyId);

    /// <summary>The grain of a user, by one of its interfaces.</summary>
    public T User<T>(string userId)
        where T : IGrainWithStringKey => grains.GetGrain<T>(userId);

    /// <summary>
    /// Writes audit records of what a member does by a command; null for what they do without a session, such as
    /// joining.
    /// </summary>
    public CompanyAudit AuditBy(MemberRecord member, Actor? command = null) =>
        new(id, CompanyAudit.ActorOf(member, command), command, clock);

    /// <summary>May be repeated: log and outbox know what they have by its id.</summary>
    public Task DeliverAsync(Announce announcement)
    {
        var audited =
            announcement.Audit.Count == 0 ? Task.CompletedTask : grains.GetGrain<IAuditLogGrain>(id).AppendAsync(announcement.Audit);
        return Task.WhenAll(
            announcement
                .Mail.Select(mail => mail with { Company = new MailCompany(id, State.Name) })
                .Select(mail => grains.GetGrain<IOutboxGrain>(OutboxShards.For(mail.Id)).EnqueueAsync(mail))
                .Append(audited)
        );
    }
}
