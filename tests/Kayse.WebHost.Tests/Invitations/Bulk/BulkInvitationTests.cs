using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Invitations.Bulk;

/// <summary>Inviting the people of a CSV file (IN-10).</summary>
public sealed class BulkInvitationTests(SharedApp shared) : AppTests(shared)
{
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Fact]
    public async Task Every_row_has_its_outcome()
    {
        await App.InviteAsync(_owner, "known@else.example");
        await App.WorksAlsoInAsync(_owner, await App.SignUpAsync("boss@other.example", "Another Firm"));

        var rows = await RowsAsync(
            """
            email,full name,role,phone,job title,scopes
            ann@else.example,Ann Lee,user,+1 202 555 0123,"Clerk, junior",
            known@else.example,Ken,user,,,
            boss@other.example,Bo,Super Admin,,,
            nonsense,,nobody,123,,No such scope
            ANN@else.example,Ann again,user,,,
            """
        );

        rows.Select(row => row["line"]!.GetValue<int>()).ShouldBe([2, 3, 4, 5, 6]);
        rows.Select(row => row["outcome"]!.GetValue<string>()).ShouldBe(["invited", "skipped", "added", "refused", "refused"]);
        rows[0]["error"].ShouldBeNull();
        rows[1]["error"]!["code"]!.GetValue<string>().ShouldBe("email_already_invited");
        rows[3]["error"]!["code"]!.GetValue<string>().ShouldBe("validation_failed");
        rows[3]["error"]!["columns"]!
            .AsObject()
            .Select(column => column.Key)
            .ShouldBe(["email", "full name", "role", "phone", "scopes"], ignoreOrder: true);
        rows[3]["error"]!["message"]!.GetValue<string>().ShouldStartWith("Line 5, ");
        rows[4]["error"]!["columns"]!["email"]![0]!.GetValue<string>().ShouldBe("Line 2 has the same address.");
        (await InvitationsAsync()).Single(item => Text(item, "email") == "ann@else.example")["jobTitle"]!
            .GetValue<string>()
            .ShouldBe("Clerk, junior");
    }

    [Fact]
    public async Task A_row_says_whether_its_person_sees_everything_or_what_is_assigned()
    {
        (
            await App.Client(_owner.Token).PostAsync("companies/current/scopes", new { name = "Wills", caseTypes = new[] { "Will" } })
        ).ShouldBe(HttpStatusCode.Created);

        var rows = await RowsAsync(
            """
            email,full name,role,scopes,Case_Access,agent access
            a@else.example,Ann,user,,,
            b@else.example,Bob,user,wills,,
            c@else.example,Cy,user,Wills,ASSIGNED,all
            d@else.example,Dee,user,,assigned,Assigned
            e@else.example,Eve,user,Wills,all,
            f@else.example,Fay,user,,some,none
            g@else.example,Gus,admin,,assigned,
            """
        );

        rows.Select(row => row["outcome"]!.GetValue<string>())
            .ShouldBe(["invited", "invited", "invited", "invited", "refused", "refused", "refused"]);
        rows[4]["error"]!["columns"]!.AsObject().Select(column => column.Key).ShouldBe(["scopes"]);
        rows[5]["error"]!["columns"]!.AsObject().Select(column => column.Key).ShouldBe(["Case_Access", "agent access"]);
        rows[6]["error"]!["columns"]!.AsObject().Select(column => column.Key).ShouldBe(["Case_Access"]);
        (await InvitationsAsync())
            .OrderBy(item => Text(item, "email"), StringComparer.Ordinal)
            .Select(item => $"{Text(item, "caseAccess")} {item["scopeIds"]!.AsArray().Count} {Text(item, "agentAccess")}")
            .ShouldBe(["all 0 all", "assigned 1 all", "assigned 1 all", "assigned 0 assigned"]);
    }

    [Theory]
    [InlineData("email,full name,role\r\nann@else.example,Ann,user\r\n")]
    [InlineData("\uFEFFRole;E_mail;FULL NAME\nuser;ann@else.example;Ann\n")]
    [InlineData("Full_Name\tROLE\tEmail\nAnn\tuser\tann@else.example")]
    [InlineData("role,fullname,e-mail,,\nuser,\"Ann\",ann@else.example,,\n\n,,,,\n")]
    public async Task Columns_come_in_any_order_and_separated_as_spreadsheets_do(string csv)
    {
        var row = (await RowsAsync(csv)).ShouldHaveSingleItem();
        row["outcome"]!.GetValue<string>().ShouldBe("invited", row.ToJsonString());
        Text((await InvitationsAsync()).Single(), "fullName").ShouldBe("Ann");
    }

    [Theory]
    [InlineData("", "The file has no rows")]
    [InlineData("email,full name,role\n", "The file has no rows")]
    [InlineData("email,full name\na@b.example,Ann\n", "no column \"role\"")]
    [InlineData(
        "name\nAnn\n",
        "The column \"name\" is not known. The columns are email, full name, role, phone, job title, case access, scopes, agent access."
    )]
    [InlineData("email,full name,role,scope\na@b.example,Ann,user,x\n", "The column \"scope\" is not known")]
    [InlineData("email,Full Name,role,full_name\na@b.example,Ann,user,Ann\n", "has the column \"full name\" twice")]
    [InlineData("email,full name,role\na@b.example,\"Ann,user\nb@b.example,Bob,user\n", "row that begins in line 2 is never closed")]
    public async Task A_file_that_as_a_whole_is_at_fault_changes_nothing(string csv, string reason)
    {
        (await UploadAsync(csv))
            .ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed")
            .At("detail")
            .ShouldContain(reason, Case.Sensitive);
        (await InvitationsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_encoding_is_refused_with_the_line()
    {
        var latin = Encoding.Latin1.GetBytes("email,full name,role\na@b.example,Ann,user\nb@b.example,Jos\u00e9,user\n");
        (await UploadAsync(new ByteArrayContent(latin)))
            .ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed")
            .At("detail")
            .ShouldStartWith("Line 3 of the file is not UTF-8.");
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("email,full name,role\n")).ToArray();
        (await UploadAsync(new ByteArrayContent(utf16)))
            .ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed")
            .At("detail")
            .ShouldStartWith("The file is UTF-16.");
        (await UploadAsync("email,full name,role\na@b.example,A\0nn,user\n"))
            .ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed")
            .At("detail")
            .ShouldStartWith("Line 2 of the file holds a zero byte");
    }

    [Fact]
    public async Task What_is_no_csv_or_too_much_of_it_is_refused()
    {
        (await App.Client(_owner.Token).PostAsync("companies/current/invitations/bulk", new { })).ShouldRefuse(
            HttpStatusCode.UnsupportedMediaType,
            "unsupported_media_type"
        );
        (await UploadAsync(new ByteArrayContent(new byte[(2 * 1024 * 1024) + 1]))).ShouldRefuse(
            HttpStatusCode.RequestEntityTooLarge,
            "payload_too_large"
        );
        (await UploadAsync(FileOf(1_001)))
            .ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed")
            .At("detail")
            .ShouldContain("1001 rows");
    }

    [Fact]
    public async Task A_row_that_spreads_over_lines_or_has_stray_quotation_marks_is_named_by_its_first_line()
    {
        var rows = await RowsAsync(
            "email,full name,role\na@b.example,\"Ann\nLee\",user\nb@b.example,Bob \"B\" Bee,user\nc@b.example,Cy, Junior,user\nd@b.example,Di,user\n"
        );

        rows.Select(row => row["line"]!.GetValue<int>()).ShouldBe([2, 4, 5, 6]);
        rows.Select(row => row["outcome"]!.GetValue<string>()).ShouldBe(["refused", "refused", "refused", "invited"]);
        rows[1]["error"]!["message"]!.GetValue<string>().ShouldStartWith("Line 4: A quotation mark stands within a cell.");
        rows[2]["error"]!["message"]!.GetValue<string>().ShouldStartWith("Line 5: Cell 4 stands under no column name.");
    }

    [Fact]
    public async Task A_cell_that_looks_like_a_formula_is_kept_as_it_is()
    {
        await RowsAsync("email,full name,role,job title\na@b.example,=cmd|calc,user,+Clerk\n");
        var invitation = (await InvitationsAsync()).Single();
        (Text(invitation, "fullName"), Text(invitation, "jobTitle")).ShouldBe(("=cmd|calc", "+Clerk"));
    }

    [Fact]
    public async Task The_same_file_twice_does_nothing_twice()
    {
        var file = FileOf(120);
        (await RowsAsync(file)).ShouldAllBe(row => row["outcome"]!.GetValue<string>() == "invited");

        (await RowsAsync(file)).ShouldAllBe(row => row["outcome"]!.GetValue<string>() == "skipped");

        (await App.Client(_owner.Token).GetAsync("companies/current/invitations")).Json["total"]!.GetValue<int>().ShouldBe(120);
    }

    [Fact]
    public async Task A_user_invites_users_only()
    {
        var inviter = await App.JoinAsync(_owner, "user", "members.invite");
        var rows = await RowsAsync("email,full name,role\na@b.example,Ann,user\nb@b.example,Bob,admin\n", inviter);
        rows.Select(row => row["outcome"]!.GetValue<string>()).ShouldBe(["invited", "refused"]);
        rows[1]["error"]!["code"]!.GetValue<string>().ShouldBe("forbidden");
    }

    private static string FileOf(int count) =>
        string.Join(
            '\n',
            Enumerable
                .Range(0, count)
                .Select(i => string.Create(CultureInfo.InvariantCulture, $"p{i}@else.example,Person {i},user"))
                .Prepend("email,full name,role")
        );

    private async Task<IReadOnlyList<JsonNode>> RowsAsync(string csv, Person? by = null) =>
        [.. (await UploadAsync(csv, by)).ShouldBe(HttpStatusCode.OK).Json["rows"]!.AsArray().Select(row => row!)];

    private Task<ApiAnswer> UploadAsync(string csv, Person? by = null) =>
        UploadAsync(new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), by);

    private Task<ApiAnswer> UploadAsync(ByteArrayContent content, Person? by = null)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return App.Client((by ?? _owner).Token).SendRawAsync(HttpMethod.Post, "companies/current/invitations/bulk", content);
    }

    private async Task<IReadOnlyList<JsonNode>> InvitationsAsync() =>
        [
            .. (await App.Client(_owner.Token).GetAsync("companies/current/invitations")).ShouldBe(HttpStatusCode.OK).Json["items"]!
                .AsArray()
                .Select(item => item!),
        ];

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
