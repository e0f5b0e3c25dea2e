using Kayse.Grains.Errors;
using Kayse.Grains.Privacy;
using Kayse.Grains.Sessions;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Privacy;

public sealed class DataExportRulesTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly ClientDevice _device = new("desktop", "Firefox", "Windows", "203.0.113.7");

    [Fact]
    public void One_export_at_a_time() => Refusal([Export(hoursAgo: 1)]).ShouldBe("data_export_in_progress");

    [Fact]
    public void Three_exports_in_a_week()
    {
        DataExport[] exports = [Ready(hoursAgo: 160), Ready(hoursAgo: 50), Ready(hoursAgo: 1)];

        Should
            .Throw<RefusedException>(() => DataExportRules.EnsureMayRequest(exports, _now))
            .Refusal.RetryAfter.ShouldBe(TimeSpan.FromHours(8));
        DataExportRules.EnsureMayRequest(exports, _now.AddHours(8));
        DataExportRules.EnsureMayRequest(exports[1..], _now);
    }

    [Fact]
    public void An_export_can_be_downloaded_five_times_within_seven_days()
    {
        var export = Ready(hoursAgo: 0);

        DataExportRules.EnsureMayDownload(export with { Downloads = 4 }, _now.AddDays(7).AddTicks(-1));
        Refusal(export with { Downloads = 5 }, _now).ShouldBe("data_export_downloads_used");
        Refusal(export, _now.AddDays(7)).ShouldBe("data_export_expired");
        Refusal(export with { Removed = true }, _now).ShouldBe("data_export_expired");
        Refusal(Export(hoursAgo: 0), _now).ShouldBe("data_export_not_ready");
    }

    [Fact]
    public void An_export_that_fails_again_and_again_has_failed()
    {
        var export = Export(hoursAgo: 0);
        for (var i = 0; i < 4; i++)
            export = DataExportRules.AfterFailure(export);
        export.Failed.ShouldBeFalse();

        DataExportRules.AfterFailure(export).Failed.ShouldBeTrue();
    }

    [Fact]
    public void Progress_grows_with_the_files_that_are_done()
    {
        DataExportRules
            .ViewOf(Export(0), 10, _now)
            .ShouldSatisfyAllConditions(view => view.Status.ShouldBe(DataExportStatus.Queued), view => view.Progress.ShouldBe(0));
        DataExportRules
            .ViewOf(Export(0) with { Stage = 4, Parts = 7 }, 10, _now)
            .ShouldSatisfyAllConditions(view => view.Status.ShouldBe(DataExportStatus.Running), view => view.Progress.ShouldBe(40));
        DataExportRules.ViewOf(Ready(0), 10, _now).Progress.ShouldBe(100);
    }

    [Theory]
    [InlineData(null, false, false)] // The first device of all.
    [InlineData(null, true, true)] // Never seen before.
    [InlineData(1, true, true)]
    [InlineData(8, true, false)]
    [InlineData(1, false, false)] // The only one.
    public void A_device_that_others_came_before_is_new_for_a_week(int? knownForDays, bool hasOthers, bool isNew)
    {
        var other = new KnownDeviceData("phone", "Safari", "iOS", null, _now.AddDays(-90), _now.AddDays(-2));
        var known = new List<KnownDeviceData>();
        if (knownForDays is { } days)
            known.Add(new KnownDeviceData("desktop", "Firefox", "Windows", null, _now.AddDays(-days), _now));
        if (hasOthers)
            known.Add(other);

        DataExportRules.IsNewDevice(known, _device, _now).ShouldBe(isNew);
    }

    private static DataExport Export(int hoursAgo) => new() { Id = $"e{hoursAgo}", RequestedAt = _now.AddHours(-hoursAgo) };

    private static DataExport Ready(int hoursAgo) => Export(hoursAgo) with { ReadyAt = _now.AddHours(-hoursAgo) };

    private static string Refusal(IReadOnlyList<DataExport> exports) =>
        Should.Throw<RefusedException>(() => DataExportRules.EnsureMayRequest(exports, _now)).Code;

    private static string Refusal(DataExport export, DateTimeOffset now) =>
        Should.Throw<RefusedException>(() => DataExportRules.EnsureMayDownload(export, now)).Code;
}
