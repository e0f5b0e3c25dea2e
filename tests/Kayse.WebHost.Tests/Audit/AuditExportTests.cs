using System.Net;
using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.WebHost.Audit;
using Kayse.WebHost.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Kayse.WebHost.Tests.Audit;

public sealed class AuditExportTests(SharedApp shared) : AppTests(shared)
{
    private const string Log = "companies/current/audit-log";
    private static readonly (string, string) _csv = ("Accept", "text/csv");
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Fact]
    public async Task All_that_the_filter_lets_through_is_in_the_file()
    {
        await App.AppendAsync([
            .. Enumerable
                .Range(0, 450)
                .Select(i => App.Record(_owner, i % 3 == 0 ? AuditActions.ScopeUpdated : AuditActions.ScopeCreated, $"scope-{i}")),
        ]);
        var answer = (await App.Client(_owner.Token).GetAsync($"{Log}?action=scope.created", _csv)).ShouldBe(HttpStatusCode.OK);
        answer.Header("Content-Type").ShouldBe("text/csv; charset=utf-8; header=present");
        answer.Header("Content-Disposition").ShouldBe("attachment; filename=\"audit-log.csv\"");
        var lines = answer.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0]
            .ShouldBe(
                "at,action,actor id,actor name,target kind,target id,target name,before,after,ip address,session id,id,sequence,hash"
            );
        lines
            .Skip(1)
            .Select(line => line.Split(',')[5])
            .ShouldBe(Enumerable.Range(0, 450).Where(i => i % 3 != 0).Reverse().Select(i => $"scope-{i}"));
    }

    [Fact]
    public async Task A_row_says_all_of_an_entry()
    {
        var record = App.Record(
            _owner,
            AuditActions.ScopeUpdated,
            "scope",
            new AuditChange("name", "\"A, \\\"B\\\"\"", "\"Ü\"", Personal: false)
        );
        await App.AppendAsync(record);
        var row = (await App.Client(_owner.Token).GetAsync($"{Log}?target=scope", _csv)).Text.Split("\r\n")[1];
        row.ShouldStartWith(
            $"2026-01-05T09:00:00.0000000Z,scope.updated,{_owner.UserId},Ada Vale,scope,scope,Name of scope,\"{{\"\"name\"\":\"\"A, \\\"\"B\\\"\"\"\"}}\",\"{{\"\"name\"\":\"\"Ü\"\"}}\",203.0.113.9,{_owner.SessionId},{record.Id},"
        );
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")", "\"'=HYPERLINK(\"\"http://evil.example\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠SUM(A1)", "'＠SUM(A1)")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("a=1", "a=1")]
    public async Task What_a_spreadsheet_would_take_for_a_formula_is_text(string name, string cell)
    {
        var record = App.Record(_owner, AuditActions.ScopeUpdated, "scope");
        await App.AppendAsync(record with { Target = record.Target with { Name = name } });
        (await App.Client(_owner.Token).GetAsync($"{Log}?target=scope", _csv)).Text.ShouldContain($",scope,scope,{cell},");
    }

    [Theory]
    [InlineData("text/csv", true)]
    [InlineData("application/json, text/csv;q=0.5", false)]
    [InlineData("application/json;q=0.5, text/csv", true)]
    [InlineData("application/json, text/csv", false)]
    [InlineData("text/csv, */*", true)]
    [InlineData("text/csv;q=0.1, */*", false)]
    [InlineData("text/*", true)]
    [InlineData("text/csv;q=0", false)]
    [InlineData("*/*", false)]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8", false)]
    [InlineData("nonsense", false)]
    public async Task The_file_is_for_who_prefers_it(string accept, bool isFile) =>
        (await App.Client(_owner.Token).GetAsync(Log, ("Accept", accept)))
            .ShouldBe(HttpStatusCode.OK)
            .Header("Content-Type")!
            .StartsWith("text/csv", StringComparison.Ordinal)
            .ShouldBe(isFile);

    [Fact]
    public async Task A_byte_order_mark_is_there_for_who_asks_for_it()
    {
        var client = App.Client(_owner.Token);
        using var http = App.Http();
        http.DefaultRequestHeaders.Authorization = new("Bearer", _owner.Token);
        (await http.GetByteArrayAsync($"/api/v1/{Log}?format=csv&bom=true"))[..5].ShouldBe([0xEF, 0xBB, 0xBF, (byte)'a', (byte)'t']);
        (await http.GetByteArrayAsync($"/api/v1/{Log}?format=csv"))[..2].ShouldBe("at"u8.ToArray());
        (await client.GetAsync($"{Log}?format=csv&bom=yes")).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
            ["bom"]
            .ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_may_not_read_the_log_gets_a_problem_and_no_file()
    {
        var user = await App.JoinAsync(_owner);
        (await App.Client(user.Token).GetAsync(Log, _csv)).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task When_a_page_fails_the_file_is_broken_off()
    {
        var page = new Page<AuditEntry>([new AuditEntry(1, "hash", App.Record(_owner, AuditActions.ScopeUpdated, "scope"))], "1", 2);
        var export = await AuditExport.BeginAsync(cursor =>
            cursor is null ? Task.FromResult(page) : throw new RefusedException(GeneralErrors.NotFound)
        );
        var (context, lifetime) = (new DefaultHttpContext(), new Lifetime());
        context.Features.Set<IHttpResponseFeature>(new StartedResponse());
        context.Features.Set<IHttpRequestLifetimeFeature>(lifetime);
        await Should.ThrowAsync<RefusedException>(() => export.ExecuteAsync(context));
        lifetime.IsAborted.ShouldBeTrue();
    }

    private sealed class StartedResponse : HttpResponseFeature
    {
        public override bool HasStarted => true;
    }

    private sealed class Lifetime : IHttpRequestLifetimeFeature
    {
        public bool IsAborted { get; private set; }

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => IsAborted = true;
    }
}
