using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Kayse.Grains.Audit;
using Kayse.Silo.Verification;
using Kayse.WebHost.Tests.Audit;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Privacy;

/// <summary>A Super Admin gets the roster and the audit log, which can be checked without the installation (PR-3).</summary>
public sealed class CompanyExportTests(SharedApp shared) : IClassFixture<SharedApp>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kayse-company-export-");

    private KayseApp App => shared.App;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_export_has_members_and_log_and_is_verified_until_an_entry_is_changed_removed_or_moved()
    {
        var owner = await App.SignUpAsync(company: "Vale Law");
        var user = await App.JoinAsync(owner);
        var admin = App.Client(owner.Token);
        await App.AppendAsync([
            .. Enumerable
                .Range(0, 150)
                .Select(i =>
                    App.Record(
                        owner,
                        AuditActions.ScopeUpdated,
                        $"scope-{i}",
                        new AuditChange("name", "\"A\"", $"\"B {i}\"", Personal: false)
                    )
                ),
        ]);
        var early = (await admin.GetAsync("companies/current/audit-log/verification")).ShouldBe(HttpStatusCode.OK);
        await admin.PatchAsync($"companies/current/members/{user.UserId}", new { jobTitle = "Partner" });

        var file = await DownloadAsync(owner);

        Read(file, "members.json").ShouldContain(user.Email);
        var lines = Lines(file);
        lines[^1].ShouldContain("company.exported");
        lines[^2].ShouldContain("Partner");
        (await VerifyAsync(file)).ShouldStartWith($"The audit log is intact: {lines.Length} entries");
        await VerifyAsync(file, early.Json["count"]!.ToString(), early.At("hash"));
        (await FaultAsync(file, early.Json["count"]!.ToString(), new string('0', 64))).ShouldContain("earlier check");

        (await FaultOfAsync(file, [.. lines[..20], .. lines[21..]])).ShouldContain("entry 21 ");
        (await FaultOfAsync(file, [.. lines[..20], lines[21], lines[20], .. lines[22..]])).ShouldContain("entry 21 ");
        (await FaultOfAsync(file, [.. lines[..^1]])).ShouldContain("missing");
        (await FaultOfAsync(file, [.. lines[1..]])).ShouldContain("entry 1 ");
        (await FaultOfAsync(file, Changed(lines, "stored", "scope.updated", "scope.deleted"))).ShouldContain("entry 11 ");
        (await FaultOfAsync(file, Changed(lines, "entry", "scope.updated", "scope.deleted"))).ShouldContain("entry 11 ");
        (await FaultOfAsync(file, Changed(lines, "entry", "\"B ", "\"C "))).ShouldContain("entry 11 ");
        (await FaultOfAsync(file, [.. lines[..10], "nonsense", .. lines[11..]])).ShouldContain("entry 11 ");
    }

    [Fact]
    public async Task Only_a_Super_Admin_who_has_just_proved_who_they_are_gets_it()
    {
        var owner = await App.SignUpAsync();
        var admin = await App.JoinAsync(owner, "admin");

        (await App.Client(admin.Token).GetAsync("companies/current/export")).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
        (
            await App.Client(owner.Token).SendAsync(HttpMethod.Get, "companies/current/export", null, ("Sec-Fetch-Site", "cross-site"))
        ).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await App.Browser(owner).GetAsync("/settings/audit-log")).ShouldSay("Export company");
        (await App.Browser(owner).GetAsync("/settings/audit-log/export")).ShouldSay("Download ZIP file");
        (await App.Browser(admin).GetAsync("/settings/audit-log")).Text.ShouldNotContain("Export company");
        (await App.Client(owner.Token).GetAsync("companies/current/audit-log?action=company.exported")).Json["items"]!
            .AsArray()
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task An_export_begins_after_the_entries_that_were_deleted_by_retention_and_is_verified()
    {
        var owner = await App.SignUpAsync();
        await App.AppendAsync([.. Enumerable.Range(0, 40).Select(i => App.Record(owner, AuditActions.ScopeUpdated, $"scope-{i}"))]);
        var client = App.Client(owner.Token);
        var early = (await client.GetAsync("companies/current/audit-log/verification")).ShouldBe(HttpStatusCode.OK);
        var count = early.Json["count"]!.ToString();
        (await client.SendAsync(HttpMethod.Put, "companies/current/retention", new { auditLogDays = 365 })).ShouldBe(HttpStatusCode.OK);
        App.Clock.Advance(TimeSpan.FromDays(366));
        owner = await App.SignInAsync(owner.Email);
        await App.AppendAsync([.. Enumerable.Range(40, 3).Select(i => App.Record(owner, AuditActions.ScopeUpdated, $"scope-{i}"))]);
        await App
            .Services.GetRequiredService<IGrainFactory>()
            .GetGrain<IAuditLogGrain>(owner.CompanyId)
            .AsReference<IRemindable>()
            .ReceiveReminder("retention", new TickStatus());

        var verification = await App.Client(owner.Token).GetAsync("companies/current/audit-log/verification");
        (verification.Json["intact"]!.GetValue<bool>(), verification.Json["deletedEntries"]!.ToString()).ShouldBe(
            (true, $"{int.Parse(count, CultureInfo.InvariantCulture) + 1}")
        );
        (await App.Browser(owner).SubmitAsync("/settings/audit-log/verification", "verify")).ShouldSay("of their retention period");
        var file = await DownloadAsync(owner);

        var lines = Lines(file);
        (await VerifyAsync(file)).ShouldContain("entries before them were deleted");
        (await FaultAsync(file, count, early.At("hash"))).ShouldContain("Name a later check");
        var silent = lines.Where(line => !line.Contains("audit_log.entries_deleted", StringComparison.Ordinal)).ToArray();
        (await FaultOfAsync(file, silent)).ShouldContain("The audit log was altered");
        (await FaultOfAsync(file, [.. lines[1..]])).ShouldContain("no other says that they were deleted");
    }

    [Fact]
    public async Task What_is_no_export_is_said_to_be_none()
    {
        var file = Path.Combine(_folder.FullName, "no.zip");
        await File.WriteAllTextAsync(file, "no ZIP");

        (await FaultAsync(file)).ShouldContain("not the export of a company");
    }

    private async Task<string> DownloadAsync(Person owner)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/companies/current/export");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", owner.Token);
        using var response = await App.Http().SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        var file = Path.Combine(_folder.FullName, "export.zip");
        await File.WriteAllBytesAsync(file, await response.Content.ReadAsByteArrayAsync());
        return file;
    }

    // The eleventh line with something changed in one of its parts.
    private static string[] Changed(string[] lines, string part, string from, string to)
    {
        var line = JsonNode.Parse(lines[10])!;
        var text = part == "stored" ? line[part]!.GetValue<string>() : line[part]!.ToJsonString();
        text.ShouldContain(from);
        text = text.Replace(from, to, StringComparison.Ordinal);
        line[part] = part == "stored" ? text : JsonNode.Parse(text);
        return [.. lines[..10], line.ToJsonString(), .. lines[11..]];
    }

    private async Task<string> FaultOfAsync(string file, string[] lines)
    {
        var changed = Path.Combine(_folder.FullName, "changed.zip");
        File.Copy(file, changed, overwrite: true);
        using (var archive = ZipFile.Open(changed, ZipArchiveMode.Update))
        {
            archive.GetEntry("audit-log.jsonl")!.Delete();
            await using var writer = new StreamWriter(archive.CreateEntry("audit-log.jsonl").Open());
            foreach (var line in lines)
                await writer.WriteAsync($"{line}\n");
        }

        return await FaultAsync(changed);
    }

    private static async Task<string> FaultAsync(params string[] args) =>
        (await Should.ThrowAsync<VerificationException>(() => VerifyAsync(args))).Message;

    private static async Task<string> VerifyAsync(params string[] args)
    {
        var output = new StringWriter();
        await VerificationCommand.RunAsync(["verify-audit", .. args], output);
        return output.ToString();
    }

    private static string[] Lines(string file) => Read(file, "audit-log.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Read(string file, string name)
    {
        using var archive = ZipFile.OpenRead(file);
        using var reader = new StreamReader(archive.GetEntry(name).ShouldNotBeNull(name).Open());
        return reader.ReadToEnd();
    }
}
