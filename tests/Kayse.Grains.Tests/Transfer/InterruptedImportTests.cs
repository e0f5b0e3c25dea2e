using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Silo.Transfer;

namespace Kayse.Grains.Tests.Transfer;

/// <summary>
/// An import that dies after any of its writes leaves nothing that passes for an installation, and goes on when it is
/// repeated.
/// </summary>
public sealed class InterruptedImportTests : IDisposable
{
    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task Half_an_import_neither_runs_nor_is_exported_and_can_be_finished()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        await firm.InviteAsync("ben@else.example", phone: "+12025550123");
        await silo.MoveAsync(
            async (from, to) =>
            {
                var file = _installation.NewFile;
                await Installation.ExportAsync(from, file);
                var whole = await _installation.ContentsAsync(from);
                // The mark that it has begun, and that it has ended; the keys are files.
                var writes = 2 + whole.Count(line => !line.Contains("protectionKey", StringComparison.Ordinal));
                for (var survived = 1; survived < writes; survived++)
                    await InterruptAsync(file, survived);

                await Installation.ImportAsync(file, to);
                (await _installation.ContentsAsync(to)).ShouldBe(whole);
            }
        );
        (await firm.CheckAsync((await firm.SignInAsync(firm.Founder.UserId)).Session.Token)).Principal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Another_file_does_not_finish_it()
    {
        await using var silo = await TestSilo.StartAsync();
        var (first, second, target) = (_installation.NewFile, _installation.NewFile, _installation.Empty);
        await Firm.FoundAsync(silo);
        await silo.MoveAsync(async (from, _) => await Installation.ExportAsync(from, first));
        await Firm.FoundAsync(silo);
        await silo.MoveAsync(async (from, _) => await Installation.ExportAsync(from, second));
        await DieAsync(first, target, survived: 3);

        await Should.ThrowAsync<TransferException>(() => Installation.ImportAsync(second, target));

        await Should.ThrowAsync<TransferException>(() => TestSilo.StartOnAsync(target));
    }

    private async Task InterruptAsync(string file, int survived)
    {
        var target = _installation.Empty;
        await DieAsync(file, target, survived);

        (await Should.ThrowAsync<TransferException>(() => TestSilo.StartOnAsync(target))).Message.ShouldContain("is incomplete");
        await Should.ThrowAsync<TransferException>(() => Installation.ExportAsync(target, _installation.NewFile));
        await Installation.ImportAsync(file, target);
        await (await TestSilo.StartOnAsync(target)).DisposeAsync();
    }

    private static async Task DieAsync(string file, string target, int survived)
    {
        var crash = new CrashPoint();
        crash.After(survived, isOvertaken: false);
        await Should.ThrowAsync<Exception>(() => Installation.ImportAsync(file, target, crash));
        crash.HasHappened.ShouldBeTrue();
    }
}
