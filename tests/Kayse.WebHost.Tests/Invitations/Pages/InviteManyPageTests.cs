using System.Net;
using System.Text;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Invitations.Pages;

/// <summary>Inviting the people of a file.</summary>
public sealed class InviteManyPageTests : AppTests
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

        var page = await UploadAsync(
            $"\uFEFF{Columns}{first},Kofi Mensah,user,\r\n{_owner.Email},Ada Vale,user,\r\n<script>,Bad Row,user,Divorces\r\n{other.Email},Ada Vale,user,\r\n{second},Nora Weiss,Admin,\r\n"
        );

        page.ShouldBe(HttpStatusCode.OK).ShouldSay("2 invited, 1 added at once, who administer another company, 1 skipped, 1 refused.");
        page.Html.ShouldNotContain("<script>,");
        page.ShouldSay("scopes: There is no scope").ShouldSay("already a member");
        (await _browser.GetAsync("/settings/staff/invitations")).ShouldSay(first).ShouldSay(second);
    }

    [Fact]
    public async Task Rows_can_be_pasted_from_a_spreadsheet()
    {
        var email = Journeys.NewEmail();

        (await _browser.SubmitAsync(Url, "invite-many", ("rows", $"email\tfull name\trole\n{email}\tKofi Mensah\tuser")))
            .ShouldBe(HttpStatusCode.OK)
            .ShouldSay("1 invited.");
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

        (await UploadAsync(Columns + row + new string('\n', (2 * 1024 * 1024) - Columns.Length - row.Length)))
            .ShouldBe(HttpStatusCode.OK)
            .ShouldSay("1 invited.");
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

        (await UploadAsync($"{columns}{Journeys.NewEmail()},Kofi Mensah,user,,,\r\n"))
            .ShouldBe(HttpStatusCode.OK)
            .ShouldSay("1 invited.");
    }

    private async Task<Page> UploadAsync(string csv)
    {
        var page = await _browser.GetAsync(Url);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in page.Form("invite-many").Values)
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "people.csv");
        return await _browser.SendAsync(HttpMethod.Post, Url, content);
    }
}
