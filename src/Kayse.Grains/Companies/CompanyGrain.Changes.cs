using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.State;
using Kayse.Grains.Users;

namespace Kayse.Grains.Companies;

/// <remarks>
/// How a change is made known. The change, that people's copies are behind it, and what others are to be told of it are
/// stored in one write; then the copies are brought up to date, with the live sessions behind them, and the others are
/// told; then that is noted. Each step may be repeated, so after a crash they are all done again.
/// </remarks>
internal sealed partial class CompanyGrain
{
    // Enough to keep the storage's writer busy, and few enough that 10,000 people don't wait for each other.
    private const int PushedAtOnce = 128;

    /// <summary>
    /// Stores a member's change and makes it known. When the task completes every live session of theirs has it.
    /// </summary>
    private async Task<MemberRecord> ChangeMemberAsync(MemberRecord next, params IEnumerable<Announcement> announcements)
    {
        await WillResumeAsync();
        return await DriveAsync(async () =>
        {
            var changed = next with
            {
                Version = MemberRules.NextVersion(next.Version, Now),
                Pushing = true,
                Announcing = [.. next.Announcing, .. announcements],
            };
            await _roster.PutAsync(changed);
            await PublishAsync(changed);
            return _roster.Find(changed.UserId) ?? changed;
        });
    }

    /// <summary>
    /// Stores a change of the company's own and makes it known. When the task completes every live session of its
    /// members has it, if it concerns them.
    /// </summary>
    private async Task ChangeCompanyAsync(CompanyState next, params IEnumerable<Announcement> announcements)
    {
        await WillResumeAsync();
        await DriveAsync(async () =>
        {
            var concernsMembers = CompanyRules.ConcernsMembers(State, next);
            await SaveAsync(
                _storage,
                next with
                {
                    Revision = concernsMembers ? State.Revision + 1 : State.Revision,
                    Pushing = concernsMembers,
                    Announcing = [.. State.Announcing, .. announcements],
                }
            );
            await PublishCompanyAsync();
            return State;
        });
    }

    /// <summary>
    /// Stores a scope, new, changed or <see cref="ScopeRecord.Deleted"/>, and makes it known. When the task completes
    /// every live session of its members has it.
    /// </summary>
    private async Task<ScopeView> ChangeScopeAsync(ScopeRecord next, params IEnumerable<Announcement> announcements)
    {
        await WillResumeAsync();
        return await DriveAsync(async () =>
        {
            // The copies that are pushed must be newer than those that people have; a crash before the next write does
            // no harm.
            if (MembersWith(next.Id).Any())
                await SaveAsync(_storage, State with { Revision = State.Revision + 1 });
            var changed = next with { Version = next.Version + 1, Pushing = true, Announcing = [.. next.Announcing, .. announcements] };
            await _scopes.PutAsync(changed);
            await PublishAsync(changed);
            return ViewOf(changed);
        });
    }

    private async Task FinishChangesAsync()
    {
        await FinishCreationAsync();
        await FinishTransferAsync();
        foreach (var scope in _scopes.Unfinished)
            await PublishAsync(scope);
        if (State.Pushing || State.Announcing.Count > 0)
            await PublishCompanyAsync();
        foreach (var member in _roster.Unfinished)
            await FinishAsync(member);
    }

    private async Task FinishAsync(MemberRecord member)
    {
        try
        {
            await PublishAsync(member);
        }
        catch (RefusedException)
        {
            // Nobody was told that it succeeded, and the member is as they were before.
        }
    }

    private async Task PublishAsync(MemberRecord member)
    {
        await PushAsync(member);
        await SignOutAsync(member);
        await FinishAccountWorkAsync(member);
        await RevokeWhatTheyMayNotGiveAsync(member);
        await AnnounceAsync(member.Announcing);
        if (member.Removed)
            await _roster.RemoveAsync(member.UserId);
        else
            await NoteToldAsync(
                member with
                {
                    Pushing = false,
                    PasswordWork = null,
                    SigningOut = null,
                    Announcing = [],
                },
                now: member.PasswordWork is not null
                    || member.SigningOut is not null
                    || member.Announcing.Any(told => told.Mail is not null)
            );
    }

    // A mail isn't to go out twice, a hash not to stay, and sessions that have started since not to end; the rest may
    // wait for the next write.
    private Task NoteToldAsync(MemberRecord told, bool now)
    {
        if (now)
            return _roster.PutAsync(told);
        _roster.Note(told);
        return Task.CompletedTask;
    }

    private async Task PublishCompanyAsync()
    {
        if (State.Pushing)
            await PushAsync(_roster.Members);
        await AnnounceAsync(State.Announcing);
        await SaveAsync(_storage, State with { Pushing = false, Announcing = [] });
    }

    private async Task PublishAsync(ScopeRecord scope)
    {
        await PushAsync(MembersWith(scope.Id));
        await AnnounceAsync(scope.Announcing);
        if (scope.Deleted)
            await ForgetScopeAsync(scope.Id);
        else
            await _scopes.PutAsync(scope with { Pushing = false, Announcing = [] });
    }

    private async Task ForgetScopeAsync(string scopeId)
    {
        foreach (var member in MembersWith(scopeId).ToList())
            _roster.Note(
                member with
                {
                    ScopeIds = [.. member.ScopeIds.Where(id => id != scopeId)],
                    Version = MemberRules.NextVersion(member.Version, Now),
                }
            );
        await _roster.FlushAsync();
        await _scopes.RemoveAsync(scopeId);
    }

    private async Task PushAsync(IEnumerable<MemberRecord> members)
    {
        foreach (var some in members.ToList().Chunk(PushedAtOnce))
            await Task.WhenAll(some.Select(PushAsync));
    }

    private Task PushAsync(MemberRecord member) =>
        GrainFactory.GetGrain<IUserGrain>(member.UserId).PutMembershipAsync(MembershipOf(member));

    private Membership MembershipOf(MemberRecord member) => CompanyRules.MembershipOf(member, Key, State, _scopes.CaseTypesOf(member));

    private async Task AnnounceAsync(IReadOnlyList<Announcement> announcements)
    {
        var records = announcements.Select(announcement => announcement.Audit).OfType<AuditRecord>().ToList();
        var mail = announcements.Select(announcement => announcement.Mail).OfType<OutgoingMail>();
        var audited = records.Count == 0 ? Task.CompletedTask : GrainFactory.GetGrain<IAuditLogGrain>(Key).AppendAsync(records);
        await Task.WhenAll(
            mail.Select(message => GrainFactory.GetGrain<IOutboxGrain>(OutboxShards.For(message.Id)).EnqueueAsync(message))
                .Append(audited)
        );
    }

    /// <summary>
    /// Gives accounts of what a member does by a command; null for what they do without a session, such as joining.
    /// </summary>
    private CompanyAudit AuditBy(MemberRecord member, Actor? command = null) =>
        new(Key, new AuditActor(member.UserId, member.FullName), command, _clock);
}
