using System.Text;
using Kayse.Grains.Members;
using Kayse.Grains.Privacy;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Privacy;

/// <summary>A person asks for their account to be deleted, and it is, unless they take that back (PR-4).</summary>
public sealed class AccountDeletionTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Firm _firm = null!;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task After_30_days_nothing_of_the_person_is_in_the_files()
    {
        var user = await _firm.JoinAsync("zebulon.quist@else.example");
        await _firm
            .User(user.UserId)
            .Profile.UpdateProfileAsync(new UpdateProfile { FullName = "Zebulon Quist", PhoneNumber = new("+4915112345678") });
        await Deletion(user.UserId).RequestAsync(Firm.ActorOf(user.UserId));
        await _silo
            .Grains.GetGrain<IDataExportsGrain>(user.UserId)
            .RequestAsync(
                new RequestDataExport(EntityId.New(_silo.Clock), Firm.ActorOf(user.UserId), _firm.CompanyId, ClientDevice.Unknown)
            );
        _silo.Clock.Advance(TimeSpan.FromDays(29));
        (await _firm.User(user.UserId).Profile.GetAsync()).ShouldNotBeNull();

        _silo.Clock.Advance(TimeSpan.FromDays(1));
        await CrashScenario.WhileTimePassesAsync(
            _silo,
            TimeSpan.FromHours(1),
            async () =>
            {
                (await _firm.User(user.UserId).Profile.GetAsync()).ShouldBeNull();
                (await Deletion(user.UserId).GetAsync()).ShouldBeNull();
            }
        );

        await ShouldBeMailedAsync("zebulon.quist@else.example", "Your Kayse account has been deleted");
        await _silo.StopAsync();
        foreach (var file in System.IO.Directory.GetFiles(_silo.DataDirectory, "*", SearchOption.AllDirectories))
        {
            var content = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
            foreach (var trace in new[] { "zebulon", "Quist", "15112345678" })
                content.Contains(trace, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{trace} is in {file}");
        }
    }

    [Fact]
    public async Task Who_takes_it_back_stays_and_admins_are_told_both_times()
    {
        var user = await _firm.JoinAsync("ben@else.example");
        var due = (await Deletion(user.UserId).RequestAsync(Firm.ActorOf(user.UserId))).DueAt;
        due.ShouldBe(_silo.Clock.GetUtcNow() + TimeSpan.FromDays(30));
        await ShouldBeMailedAsync("ada@firm.example", "asked for their account to be deleted");
        await ShouldBeMailedAsync("ben@else.example", "Your Kayse account will be deleted");

        await Deletion(user.UserId).TakeBackAsync();

        await ShouldBeMailedAsync("ada@firm.example", "is keeping their account");
        _silo.Clock.Advance(TimeSpan.FromDays(31));
        (await Deletion(user.UserId).GetAsync()).ShouldBeNull();
        (await _firm.User(user.UserId).Profile.GetAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Whom_nobody_needs_any_more_is_deleted_without_waiting()
    {
        var user = await _firm.JoinAsync("cleo@else.example");
        await Deletion(user.UserId).RequestAsync(Firm.ActorOf(user.UserId));

        await _firm.Members.RemoveMemberAsync(_firm.Founder, user.UserId);

        await CrashScenario.WhileTimePassesAsync(
            _silo,
            TimeSpan.FromHours(1),
            async () => (await _firm.User(user.UserId).Profile.GetAsync()).ShouldBeNull()
        );
    }

    [Fact]
    public async Task The_last_Super_Admin_hands_over_first() =>
        (await CrashScenario.AnswerAsync(() => Deletion(_firm.Founder.UserId).RequestAsync(_firm.Founder))).ShouldBe("last_super_admin");

    [Fact]
    public async Task Whom_one_company_cannot_do_without_leaves_none_until_it_can()
    {
        var user = await _firm.JoinAsync("finn@else.example");
        await Deletion(user.UserId).RequestAsync(Firm.ActorOf(user.UserId));
        var other = await Firm.FoundAsync(_silo, "eve@other.example");
        await other.AcceptAsync((await other.InviteByMailAsync("finn@else.example", Role.Admin)).Token, existingUserId: user.UserId);
        await other.Members.TransferOwnershipAsync(other.Founder, user.UserId);

        _silo.Clock.Advance(TimeSpan.FromDays(31));
        await Deletion(user.UserId).AsReference<IRemindable>().ReceiveReminder("when-due", default);

        (await _firm.MemberAsync(user.UserId)).Status.ShouldBe(MemberStatus.Active);
        await other.Members.TransferOwnershipAsync(Firm.ActorOf(user.UserId), other.Founder.UserId);
        await CrashScenario.WhileTimePassesAsync(
            _silo,
            TimeSpan.FromHours(1),
            async () => (await _firm.User(user.UserId).Profile.GetAsync()).ShouldBeNull()
        );
    }

    [Fact]
    public async Task An_admin_of_another_company_deletes_nobody_by_it()
    {
        var user = await _firm.JoinAsync("dora@else.example");
        await _firm.Members.RemoveMemberAsync(_firm.Founder, user.UserId);

        (await CrashScenario.AnswerAsync(() => Deletion(user.UserId).DeleteForCompanyAsync(_firm.Founder, _firm.CompanyId))).ShouldBe(
            "not_found"
        );

        (await _firm.User(user.UserId).Profile.GetAsync()).ShouldNotBeNull();
    }

    private IAccountDeletionGrain Deletion(string userId) => _silo.Grains.GetGrain<IAccountDeletionGrain>(userId);

    private Task ShouldBeMailedAsync(string address, string subject) =>
        CrashScenario.EventuallyAsync(() =>
        {
            _silo.Mailbox.All.ShouldContain(mail => mail.To.Address == address && mail.Subject.Contains(subject));
            return Task.CompletedTask;
        });
}
