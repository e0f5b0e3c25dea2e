using System.Net;
using System.Text;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Invitations.Pages;

/// <summary>Inviting the people of a file.</summary>
public sealed class InviteManyPageTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "/settings/staff/invite-many";
    private const string Columns = "email,full name,role,scopes\r\n";
    private Person _owner = null!;
    private PageClient _browser = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _browser = App.Browser(_owner);
    }

    [Fact]
    public async Task Each_row_of_a_file_is_accounted_for()
    {
        var (first, second) = (Journeys.NewEmail(), Journeys.NewEmail());
        var other = await App.SignUpAsync(company: "Another Firm");
        await App.WorksAlsoInAsync(_owner, other);

        var page = await SendAsync(
            $"\uFEFF{Columns}{first},Kofi Mensah,user,\r\n{_owner.Email},Ada Vale,user,\r\n<script>,Bad Row,user,Divorces\r\n{other.Email},Ada Vale,user,\r\n{second},Nora Weiss,Admin,\r\n"
        );

        page.ShouldBe(HttpStatusCode.OK).ShouldSay("2 invited, 1 added immediately (admins of another company), 1 skipped, 1 not valid.");
        page.Html.ShouldNotContain("<script>,");
        page.ShouldSay("scopes: There is no scope").ShouldSay("already a member");
        (await _browser.GetAsync("/settings/staff/invitations")).ShouldSay(first).ShouldSay(second);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_preview_was_looked_at()
    {
        var email = Journeys.NewEmail();

        var preview = await UploadAsync($"{Columns}{email},Kofi Mensah,user,\r\n{email},Kofi Again,user,\r\nnobody,Bad Row,user,\r\n");

        preview.ShouldSay("1 ready to send, 2 not valid.").ShouldSay("Line 2 has the same address.").ShouldSay("Send 1 invitation");
        (await _browser.GetAsync("/settings/staff/invitations")).Text.ShouldNotContain(email);
    }

    [Fact]
    public async Task Refused_rows_are_downloaded_fixed_and_uploaded_again()
    {
        var (first, second) = (Journeys.NewEmail(), Journeys.NewEmail());
        var preview = await UploadAsync(
            $"Full name,Role,Phone,Email\r\n=HYPERLINK(1),boss,+1 202 555 0123,{first}\r\nNora Weiss,user,,{second}\r\n"
        );

        var link = preview.Links.Single(link => link.Text == "Download rows to fix").Url;
        var csv = Encoding
            .UTF8.GetString(Convert.FromBase64String(link["data:text/csv;charset=utf-8;base64,".Length..]))
            .TrimStart('\uFEFF');

        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2, csv);
        lines[0].ShouldBe("Full name,Role,Phone,Email,error");
        lines[1].ShouldStartWith($"\"'=HYPERLINK(1)\",boss,\"'+1 202 555 0123\",{first},\"Role: ");
        var corrected = csv.Replace("boss", "user", StringComparison.Ordinal);
        (await SendAsync(corrected.Replace("'=HYPERLINK(1)", "Kofi Mensah", StringComparison.Ordinal))).ShouldSay("1 invited.");
        var invited = await App.Client(_owner.Token).GetAsync($"companies/current/invitations?search={first}");
        invited.Json["items"]![0]!["phoneNumber"]!.GetValue<string>().ShouldBe("+12025550123");
    }

    [Fact]
    public async Task Rows_can_be_pasted_from_a_spreadsheet()
    {
        var email = Journeys.NewEmail();

        var preview = await _browser.SubmitAsync(Url, "invite-many", ("rows", $"email\tfull name\trole\n{email}\tKofi Mensah\tuser"));
        (await _browser.SubmitAsync(preview, "send")).ShouldBe(HttpStatusCode.OK).ShouldSay("1 invited.");
        (await _browser.GetAsync("/settings/staff/invitations")).ShouldSay(email);
    }

    [Fact]
    public async Task A_file_that_is_at_fault_as_a_whole_is_refused()
    {
        (await UploadAsync("name,mail\r\n")).ShouldBe(HttpStatusCode.BadRequest).Notices.ShouldHaveSingleItem().ShouldContain("column");
        (await UploadAsync(Columns)).ShouldBe(HttpStatusCode.BadRequest).Notices.ShouldHaveSingleItem().ShouldContain("no rows");
        (await _browser.SubmitAsync(Url, "invite-many")).ShouldBe(HttpStatusCode.BadRequest).ErrorOf("file").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_file_may_have_2_MiB()
    {
        var row = $"{Journeys.NewEmail()},Kofi Mensah,user,\r\n";

        var csv = Columns + row + new string('\n', (2 * 1024 * 1024) - Columns.Length - row.Length);
        (await UploadAsync(csv)).ShouldBe(HttpStatusCode.OK).ShouldSay("1 ready to send.");
        var page = await _browser.GetAsync(Url);
        (await PostAsync(page, "send", ("csv", new StringContent(csv)))).ShouldBe(HttpStatusCode.OK).ShouldSay("1 invited.");
        (await UploadAsync(Columns + row + new string('\n', 2 * 1024 * 1024)))
            .ShouldBe(HttpStatusCode.RequestEntityTooLarge)
            .Notices.ShouldHaveSingleItem()
            .ShouldContain("2 MB");
    }

    [Fact]
    public async Task The_template_has_the_columns_that_a_file_may_have()
    {
        var template = (await _browser.GetAsync(Url)).Links.Single(link => link.Text == "Template").Url;
        var columns = Uri.UnescapeDataString(template["data:text/csv;charset=utf-8,".Length..]);

        (await SendAsync($"{columns}{Journeys.NewEmail()},Kofi Mensah,user,,,\r\n")).ShouldBe(HttpStatusCode.OK).ShouldSay("1 invited.");
    }

    private async Task<Page> SendAsync(string csv) => await PostAsync((await UploadAsync(csv)).ShouldBe(HttpStatusCode.OK), "send");

    private async Task<Page> UploadAsync(string csv) =>
        await PostAsync(await _browser.GetAsync(Url), "invite-many", ("file", new ByteArrayContent(Encoding.UTF8.GetBytes(csv))));

    private async Task<Page> PostAsync(Page page, string form, params (string Name, HttpContent Content)[] parts)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in page.Form(form).Values)
            content.Add(new StringContent(value), name);
        foreach (var (name, part) in parts)
        {
            if (name == "file")
                content.Add(part, name, "people.csv");
            else
                content.Add(part, name);
        }

        return await _browser.SendAsync(HttpMethod.Post, Url, content);
    }
}
