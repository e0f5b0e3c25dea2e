using System.Diagnostics;
using System.Globalization;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Tests.TwoFactor;

/// <summary>What others make of the same secrets: the OATH toolkit, by its command <c>oathtool</c>.</summary>
public sealed class OathtoolTests
{
    [Fact]
    public async Task Codes_are_the_same()
    {
        for (var i = 0; i < 20; i++)
        {
            var secret = TimeBasedCodes.NewSecret();
            var at = DateTimeOffset.FromUnixTimeSeconds(Random.Shared.NextInt64(0, 4_000_000_000));
            var codes = await OathtoolAsync(
                "--totp",
                "--base32",
                "--digits=6",
                "--window=2",
                $"--now={at.AddSeconds(-30).UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC",
                TimeBasedCodes.Base32(secret)
            );

            codes.Count.ShouldBe(3);
            foreach (var code in codes)
                TimeBasedCodes.Match(secret, code, at, lastStep: -100).ShouldNotBeNull($"{code} at {at:O}");
        }
    }

    [Fact]
    public async Task The_window_is_no_wider()
    {
        var (secret, at) = (TimeBasedCodes.NewSecret(), DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
        foreach (var off in new[] { -60, 60 })
        {
            var code = (
                await OathtoolAsync(
                    "--totp",
                    "--base32",
                    $"--now={at.AddSeconds(off).UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC",
                    TimeBasedCodes.Base32(secret)
                )
            ).Single();
            TimeBasedCodes.Match(secret, code, at, lastStep: 0).ShouldBeNull();
        }
    }

    private static async Task<IReadOnlyList<string>> OathtoolAsync(params string[] arguments)
    {
        using var tool = Process.Start(
            new ProcessStartInfo("oathtool", arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var (codes, errors) = (await tool.StandardOutput.ReadToEndAsync(), await tool.StandardError.ReadToEndAsync());
        await tool.WaitForExitAsync();
        tool.ExitCode.ShouldBe(0, errors);
        return codes.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
