using Kayse.Grains.Invitations;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Users;
using Kayse.Silo.Transfer;
using Kayse.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Tests.Transfer;

/// <summary>An installation that was exported and imported is the one that it was.</summary>
public sealed class TransferTests : IDisposable
{
    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task People_invitations_and_sessions_are_as_they_were()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo, phone: "+12025550100");
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        var (invitation, token) = await firm.InviteByMailAsync("ben@else.example", phone: "+12025550123");

        await silo.MoveAsync(MoveAsync);

        (await firm.CheckAsync(session.Token)).Principal!.UserId.ShouldBe(firm.Founder.UserId);
        (await firm.CheckAsync((await firm.SignInAsync(firm.Founder.UserId)).Session.Token)).Principal.ShouldNotBeNull();
        (await Refused.CodeAsync(() => firm.InviteAsync("eve@else.example", phone: "+12025550123"))).ShouldBe("phone_already_invited");
        var accepted = await firm.AcceptAsync(token);
        (await firm.OwnerOfAsync("ben@else.example")).ShouldBe(accepted.UserId);
        (await firm.StatusOfAsync(invitation.Id)).ShouldBe(InvitationStatus.Accepted);
    }

    [Fact]
    public async Task Reminders_fire_when_they_would_have()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        await silo.MoveAsync(MoveAsync);
        var timeout = await DueAsync(silo, session.Id);
        timeout.ShouldNotBeNull().ShouldBe(session.ExpiresAt.UtcDateTime);

        silo.Clock.Advance(TimeSpan.FromMinutes(30));

        // It notes that the session has timed out, and comes again when that may be forgotten.
        await CrashScenario.EventuallyAsync(async () =>
        {
            silo.Clock.Advance(TimeSpan.FromSeconds(10));
            (await DueAsync(silo, session.Id)).ShouldNotBeNull().ShouldBeGreaterThan(timeout.Value);
        });
    }

    [Fact]
    public async Task Secrets_that_wait_can_still_be_read()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        silo.Mailbox.Failure = new IOException("The mail server is down.");
        await firm.InviteAsync("ben@else.example");
        await silo.Mailbox.NextAttemptAsync();

        await silo.MoveAsync(MoveAsync);
        silo.Mailbox.Failure = null;
        await CrashScenario.EventuallyAsync(() =>
        {
            silo.Clock.Advance(TimeSpan.FromSeconds(10));
            silo.Mailbox.All.ShouldNotBeEmpty();
            return Task.CompletedTask;
        });

        (await firm.LookUpAsync(TestMailbox.TokenIn(await silo.Mailbox.NextAsync()))).Email.ShouldBe("ben@else.example");
    }

    [Fact]
    public async Task Nothing_is_lost_or_added_on_the_way_there_and_back()
    {
        await using var silo = await TestSilo.StartAsync();
        await FillAsync(silo);
        await silo.MoveAsync(
            async (from, to) =>
            {
                var (there, back) = (_installation.NewFile, _installation.NewFile);
                var exported = await Installation.ExportAsync(from, there);
                var imported = await Installation.ImportAsync(there, to);
                await Installation.ExportAsync(to, back);

                imported.ShouldBe(exported.Replace("Exported", "Imported", StringComparison.Ordinal));
                (await File.ReadAllLinesAsync(back))[1..^1]
                    .Order(StringComparer.Ordinal)
                    .ShouldBe((await File.ReadAllLinesAsync(there))[1..^1].Order(StringComparer.Ordinal));
                (await File.ReadAllLinesAsync(there)).Length.ShouldBeGreaterThan(10);
                exported.ShouldContain(" 1 photos ");
            }
        );
    }

    [Fact]
    public async Task What_holds_something_already_is_left_as_it_is()
    {
        await using var silo = await TestSilo.StartAsync();
        await FillAsync(silo);
        await silo.MoveAsync(
            async (from, to) =>
            {
                var file = _installation.NewFile;
                await Installation.ExportAsync(from, file);
                await Installation.ImportAsync(file, to);
                var before = await _installation.ContentsAsync(to);

                (await Should.ThrowAsync<TransferException>(() => Installation.ImportAsync(file, to))).Message.ShouldContain("not empty");
                (await Should.ThrowAsync<TransferException>(() => Installation.ExportAsync(from, file))).Message.ShouldContain(
                    "already exists"
                );

                (await _installation.ContentsAsync(to)).ShouldBe(before);
            }
        );
    }

    [Fact]
    public async Task A_running_installation_is_neither_exported_nor_imported_into()
    {
        await using var silo = await TestSilo.StartAsync();
        var file = _installation.NewFile;

        (await Should.ThrowAsync<TransferException>(() => Installation.ExportAsync(silo.DataDirectory, file))).Message.ShouldContain(
            "in use"
        );

        File.Exists(file).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_its_owner_can_read_the_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        var file = _installation.NewFile;
        await Installation.ExportAsync(_installation.Empty, file);

        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static async Task<DateTime?> DueAsync(TestSilo silo, string sessionId) =>
        (await silo.Services.GetRequiredService<IReminderTable>().ReadRows(GrainId.Create("user-session", sessionId)))
            .Reminders.SingleOrDefault()
            ?.StartAt;

    private static async Task FillAsync(TestSilo silo)
    {
        var firm = await Firm.FoundAsync(silo);
        await firm.JoinAsync("zoë+tag@else.example");
        await firm.InviteAsync("ben@else.example", phone: "+12025550123");
        await firm.SignInAsync(firm.Founder.UserId);
        await silo.Grains.GetGrain<IUserGrain>(firm.Founder.UserId).SetPhotoAsync(Pictures.Png());
    }

    private async Task MoveAsync(string from, string to)
    {
        var file = _installation.NewFile;
        await Installation.ExportAsync(from, file);
        await Installation.ImportAsync(file, to);
    }
}
