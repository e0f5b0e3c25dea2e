using System.Globalization;
using Kayse.Crash.Hosting;
using Kayse.Crash.Mail;
using Kayse.Testing;
using Xunit.Abstractions;

namespace Kayse.Crash;

/// <summary>
/// Kills the host as hard as an operating system can while 32 clients give commands, again and again on the same
/// folder. KAYSE_CRASH_SEED repeats a run as far as scheduling lets it be repeated, KAYSE_CRASH_KILLS makes it longer.
/// The folder of a failed run is kept.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private readonly int _seed = Setting("KAYSE_CRASH_SEED", Random.Shared.Next(1_000_000));

    [Fact]
    public async Task What_was_acknowledged_survives_twenty_kills_and_nothing_is_half_done()
    {
        var settings = new HostSettings(NewFolder());
        await new CrashRun(_seed, settings, new PickupMailbox(settings.PickupDirectory), output).RunAsync(
            kills: Setting("KAYSE_CRASH_KILLS", 20)
        );
        Directory.Delete(settings.DataDirectory, recursive: true);
    }

    [Fact]
    public async Task Mail_that_was_acknowledged_reaches_a_mail_server_that_comes_and_goes()
    {
        await using var peer = await SmtpPeer.StartNewAsync();
        var settings = new HostSettings(NewFolder()) { SmtpPort = peer.Port };
        var run = new CrashRun(
            _seed,
            settings,
            new PeerMailbox(peer),
            output,
            async start =>
            {
                await peer.StopAsync();
                // Founders verify their addresses in the first round.
                if (start == 1 || start % 2 == 0)
                    await peer.StartAsync();
            }
        );
        await run.RunAsync(kills: 5);
        Directory.Delete(settings.DataDirectory, recursive: true);
    }

    private string NewFolder()
    {
        output.WriteLine($"KAYSE_CRASH_SEED={_seed.ToString(CultureInfo.InvariantCulture)}");
        return Directory.CreateTempSubdirectory("kayse-crash-").FullName;
    }

    internal static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : otherwise;
}
