using System.Net;
using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Pages;

public sealed class StaffPages(Firm firm) : PageTests(firm)
{
    private const string Staff = "/settings/staff";

    [Fact]
    public Task Staff_list() => CheckAsync(Staff);

    [Fact]
    public Task Staff_filtered() =>
        CheckAsync(
            Staff,
            async page =>
            {
                await page.GetByLabel("Search").FillAsync("intake");
                await Expect(page.Locator("#content").GetByText("2 people")).ToBeVisibleAsync();
            }
        );

    [Fact]
    public Task Staff_with_a_rows_menu() => CheckAsync(Staff, page => PressAsync(page, "Actions for Sofia Marchetti", "Send reset link"));

    [Fact]
    public Task Staff_with_roles_to_choose() =>
        CheckAsync(
            Staff,
            async page =>
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Role of Sofia Marchetti: User" }).ClickAsync();
                await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Super Admin", Exact = true })).ToBeVisibleAsync();
            }
        );

    [Fact]
    public Task Staff_with_some_selected() =>
        CheckAsync(
            Staff,
            async page =>
            {
                await page.GetByRole(AriaRole.Checkbox, new() { Name = "Select Sofia Marchetti" }).CheckAsync();
                await page.GetByRole(AriaRole.Checkbox, new() { Name = "Select Lena Brandt" }).CheckAsync();
                await Expect(page.GetByText("2 selected")).ToHaveCountAsync(2);
                // On a phone, rows that have been scrolled to lie half under the bar at the top.
                await page.EvaluateAsync("innerWidth < 769 && scrollTo(0, 0)");
            }
        );

    [Theory]
    [InlineData("deactivate")]
    [InlineData("assign-scope")]
    public async Task Selected(string act) =>
        await CheckAsync(
            $"{Staff}/{act}?ids={await FirstAsync("members?search=marchetti", "userId")}&ids={Firm.Owner.UserId}",
            name: $"Selected_{act}"
        );

    [Fact]
    public async Task Deactivated_in_part() =>
        await CheckAsync(
            $"{Staff}/deactivate?ids={Firm.Owner.UserId}&ids={await FirstAsync("members?status=deactivated", "userId")}",
            async page =>
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Deactivate 2 people" }).ClickAsync();
                await Expect(page.Locator("#content").GetByText("Deactivated: 1 of 2.")).ToBeVisibleAsync();
            }
        );

    [Fact]
    public Task Nobody_found() => CheckAsync($"{Staff}?search=zzz");

    [Fact]
    public Task Staff_as_a_colleague_sees_it() => CheckAsAsync(Firm.Associate, Staff, expected: "403");

    [Fact]
    public async Task Member() => await CheckAsync(await MemberAsync());

    [Fact]
    public async Task Edit_member() => await CheckAsync($"{await MemberAsync()}/edit");

    [Fact]
    public async Task Edit_member_as_a_dialog() => await CheckAsync(await MemberAsync(), page => OpenAsync(page, "Edit"));

    [Fact]
    public async Task Edit_member_refused() =>
        await CheckAsync(
            $"{await MemberAsync()}/edit",
            async page =>
            {
                await page.GetByLabel("Full name").FillAsync(" ");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save changes" }).ClickAsync();
                await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            },
            "400"
        );

    [Fact]
    public async Task Edit_member_with_a_preview() =>
        await CheckAsync(
            $"{await MemberAsync()}/edit",
            async page =>
            {
                await page.GetByLabel("Listen to recordings").CheckAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Preview access" }).ClickAsync();
                await Expect(page.GetByText("Saving this")).ToBeVisibleAsync();
            }
        );

    [Fact]
    public async Task What_a_member_can_do() => await CheckAsync($"{await MemberAsync()}/access");

    [Fact]
    public async Task Offboarding() =>
        await CheckAsync($"{Staff}/{await FirstAsync("members?status=deactivated", "userId")}/offboarding");

    [Fact]
    public Task Who_can() => CheckAsync($"{Staff}/who-can?permission=crm.access");

    [Fact]
    public async Task Agents() => await CheckAsync($"{await MemberAsync()}/agents");

    [Theory]
    [InlineData("sign-out")]
    [InlineData("password-reset")]
    [InlineData("password")]
    [InlineData("deactivate")]
    [InlineData("reactivate")]
    [InlineData("remove")]
    [InlineData("delete-account")]
    [InlineData("ownership")]
    public async Task Act_on_a_member(string act) => await CheckAsync($"{await MemberAsync()}/{act}", name: $"Member_{act}");

    [Fact]
    public Task Invite() => CheckAsync($"{Staff}/invite");

    [Fact]
    public Task Invite_as_a_dialog() => CheckAsync(Staff, page => OpenAsync(page, "Invite"));

    [Fact]
    public Task Add_without_email() => CheckAsync($"{Staff}/add");

    [Fact]
    public Task Invite_many() => CheckAsync($"{Staff}/invite-many");

    [Fact]
    public Task Invite_many_with_a_report() =>
        CheckAsync(
            $"{Staff}/invite-many",
            async page =>
            {
                await page.GetByLabel("Rows")
                    .FillAsync($"email,full name,role\n{Firm.Email("Gabriel Stein")},Gabriel Stein,user\nnobody,Bad Row,boss\n");
                await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
                await Expect(page.Locator("#content").GetByText("1 ready to send, 1 not valid.")).ToBeVisibleAsync();
            }
        );

    [Fact]
    public Task Invitations() => CheckAsync($"{Staff}/invitations");

    [Fact]
    public Task No_invitations() => CheckAsync($"{Staff}/invitations?status=declined");

    [Theory]
    [InlineData("")]
    [InlineData("/edit")]
    [InlineData("/revoke")]
    [InlineData("/link")]
    public async Task Invitation(string page) =>
        await CheckAsync(
            $"{Staff}/invitations/{await FirstAsync("invitations", "id")}{page}",
            name: $"Invitation{page.Replace('/', '_')}"
        );

    [Fact]
    public async Task Invitation_with_a_link() =>
        await CheckAsync(
            $"{Staff}/invitations/{await FirstAsync("invitations", "id")}/link",
            page => PressAsync(page, "Create link", "Done")
        );

    [Theory]
    [InlineData("resend")]
    [InlineData("revoke")]
    public async Task Selected_invitations(string act) =>
        await CheckAsync($"{Staff}/invitations/{act}?ids={await FirstAsync("invitations", "id")}", name: $"Selected_invitations_{act}");

    private static async Task PressAsync(IPage page, string button, string then)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = then })).ToBeVisibleAsync();
    }

    private async Task<string> MemberAsync() => $"{Staff}/{await FirstAsync("members?search=marchetti", "userId")}";

    private async Task<string> FirstAsync(string list, string id) =>
        (await Firm.App.Client(Firm.Owner.Token).GetAsync($"companies/current/{list}")).ShouldBe(HttpStatusCode.OK).Json["items"]![0]![
            id
        ]!.GetValue<string>();

    private static async Task OpenAsync(IPage page, string link)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
    }
}
