using System.Text;
using Kayse.Grains.Audit;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Audit;

public sealed class AuditErasureTests : IAsyncLifetime
{
    private static readonly AuditChange _newName = new("fullName", "\"Ben Old\"", "\"Ben New\"", Personal: true);
    private static readonly AuditChange _newTitle = new("jobTitle", null, "\"Clerk\"", Personal: false);

    private TestSilo _silo = null!;
    private TestLog _log = null!;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _log = new TestLog(_silo);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_erased_person_is_a_deleted_person_and_the_chain_holds(bool isRestarted)
    {
        await _log.Grain.AppendAsync([
            _log.Record(AuditActions.MemberUpdated, "ada", "ben", _newName, _newTitle),
            _log.Record(AuditActions.ScopeCreated, "ben", "scope"),
        ]);
        var before = await _log.ShouldHoldAsync(2);
        await _log.Grain.EraseAsync("ben");
        if (isRestarted)
            await _silo.RestartAsync();

        var (byBen, toBen) = ((await _log.ListAsync())[0].Record, (await _log.ListAsync())[1].Record);
        byBen.Actor.ShouldBe(new AuditActor("ben", "Deleted person"));
        byBen.IpAddress.ShouldBeNull();
        byBen.Target.Name.ShouldBe("Name of scope");
        toBen.Actor.Name.ShouldBe("Name of ada");
        toBen.IpAddress.ShouldBe("192.0.2.7");
        toBen.Target.Name.ShouldBe("Deleted person");
        toBen.Changes.ShouldBe([_newName with { Before = "\"Deleted person\"", After = "\"Deleted person\"" }, _newTitle]);
        (await _log.ShouldHoldAsync(2)).ShouldBe(before);
    }

    [Fact]
    public async Task What_is_appended_about_an_erased_person_names_nobody()
    {
        await _log.Grain.EraseAsync("ben");
        await _log.Grain.EraseAsync("ben");
        await _log.Grain.AppendAsync([_log.Record(AuditActions.MemberAccountDeleted, "ada", "ben")]);
        (await _log.ListAsync()).Single().Record.Target.Name.ShouldBe("Deleted person");
    }

    [Theory, InlineData(AuditActions.InvitationAccepted), InlineData(AuditActions.MemberJoined)]
    public async Task The_invitation_by_which_somebody_came_is_erased_with_them(string action)
    {
        var email = new AuditChange("email", null, "\"ben@firm.example\"", Personal: true);
        await _log.Grain.AppendAsync([
            _log.Record(AuditActions.InvitationCreated, "ada", "invitation", email),
            _log.Record(AuditActions.InvitationCreated, "ada", "other", email),
        ]);
        await _log.Grain.AppendAsync([
            action == AuditActions.MemberJoined
                ? _log.Record(action, "ben", "ben", new AuditChange("invitationId", null, "\"invitation\"", Personal: false))
                : _log.Record(action, "ben", "invitation"),
        ]);
        await _log.Grain.EraseAsync("ben");

        var names = (await _log.ListAsync(new AuditFilter(null, AuditActions.InvitationCreated, null, null, null))).Select(entry =>
            entry.Record.Target.Name
        );
        names.ShouldBe(["Name of other", "Deleted person"]);
    }

    [Fact]
    public async Task Where_somebody_without_an_account_acted_from_goes_with_their_invitation()
    {
        var declined = _log.Record(AuditActions.InvitationDeclined, actor: null, target: "invitation") with
        {
            Actor = new AuditActor(null, "Invited person"),
            IpAddress = "192.0.2.7",
        };
        await _log.Grain.AppendAsync([declined]);
        (await _log.ListAsync()).Single().Record.ShouldBe(declined, new RecordComparer());
        await _log.Grain.EraseAsync("invitation");
        var erased = (await _log.ListAsync()).Single().Record;
        erased.Actor.Name.ShouldBe("Invited person");
        erased.IpAddress.ShouldBeNull();
        erased.Target.Name.ShouldBe("Deleted person");
    }

    [Fact]
    public async Task Nothing_personal_is_stored_in_the_clear()
    {
        await _log.Grain.AppendAsync([_log.Record(AuditActions.MemberUpdated, "ada", "ben", _newName, _newTitle)]);
        var stored = new GrainState<AuditSegmentState>(new AuditSegmentState());
        await _log.Storage.ReadStateAsync("entries-000000", _log.Id, stored);
        var text = Encoding.UTF8.GetString(stored.State!.Entries.Single());
        text.ShouldContain("Clerk");
        foreach (var personal in new[] { "Name of ada", "Name of ben", "Ben Old", "Ben New", "192.0.2.7" })
            text.ShouldNotContain(personal);
    }

    [Fact]
    public async Task A_key_is_on_disk_before_the_entry_that_needs_it()
    {
        for (var writes = 0; writes < 3; writes++)
        {
            _silo.Crash.After(writes, isOvertaken: false);
            await Should.ThrowAsync<Exception>(() =>
                _log.Grain.AppendAsync([_log.Record(AuditActions.MemberUpdated, $"actor-{writes}", $"target-{writes}")])
            );
            await _silo.RestartAsync();
            foreach (var entry in await _log.ListAsync())
                entry.Record.Target.Name.ShouldStartWith("Name of");
        }
    }

    [Fact]
    public async Task An_erasure_that_a_crash_interrupts_is_finished_by_the_next()
    {
        for (var (writes, isOver) = (0, false); !isOver; writes++)
        {
            var (person, invitation) = ($"ben-{writes}", $"invitation-{writes}");
            var joined = _log.Record(
                AuditActions.MemberJoined,
                person,
                person,
                new AuditChange("invitationId", null, $"\"{invitation}\"", Personal: false)
            );
            await _log.Grain.AppendAsync([_log.Record(AuditActions.InvitationCreated, "ada", invitation), joined]);
            _silo.Crash.After(writes, isOvertaken: false);
            await Record.ExceptionAsync(() => _log.Grain.EraseAsync(person));
            isOver = !_silo.Crash.HasHappened;
            await _silo.RestartAsync();

            await _log.Grain.EraseAsync(person);
            foreach (var entry in await _log.ListAsync(new AuditFilter(null, null, invitation, null, null)))
                entry.Record.Target.Name.ShouldBe("Deleted person");
            (await _log.ListAsync(new AuditFilter(person, null, null, null, null))).Single().Record.Actor.Name.ShouldBe("Deleted person");
        }
    }
}
