using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Companies.Pages;

/// <summary>A company's details in the console.</summary>
public sealed class CompanyDetailsPageTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "/settings/company";
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Fact]
    public async Task What_is_saved_is_there_for_the_API_too()
    {
        var page = await App.Browser(_owner)
            .SubmitAsync(
                Url,
                "details",
                ("name", " Vale & Sons "),
                ("phoneCountry", "GB"),
                ("phoneNumber", "020 7946 0018"),
                ("email", "office@vale.example"),
                ("website", "https://vale.example/"),
                ("postalAddress.lines", "12 Fleet Street\r\n\r\nSecond floor"),
                ("postalAddress.city", "London"),
                ("postalAddress.country", "GB"),
                ("seatLimit", "25")
            );

        page.ShouldBeAt(Url).Notices.ShouldBe(["Company details saved."]);
        page.Form("details")["phoneCountry"].ShouldBe("GB");
        var company = (await App.Client(_owner.Token).GetAsync("companies/current")).Json;
        (company["name"]!.GetValue<string>(), company["phoneNumber"]!.GetValue<string>(), company["seatLimit"]!.GetValue<int>()).ShouldBe(
            ("Vale & Sons", "+442079460018", 25)
        );
        company["postalAddress"]!
            .ToJsonString()
            .ShouldBe("""{"lines":["12 Fleet Street","Second floor"],"city":"London","region":null,"postalCode":null,"country":"GB"}""");
    }

    [Fact]
    public async Task Emptied_fields_are_cleared()
    {
        await App.Client(_owner.Token)
            .PatchAsync(
                "companies/current",
                new
                {
                    phoneNumber = "+442079460018",
                    email = "a@vale.example",
                    postalAddress = new { city = "London" },
                    seatLimit = 9,
                }
            );

        await App.Browser(_owner)
            .SubmitAsync(Url, "details", ("phoneNumber", ""), ("email", " "), ("postalAddress.city", ""), ("seatLimit", ""));

        var company = (await App.Client(_owner.Token).GetAsync("companies/current")).Json;
        foreach (var field in new[] { "phoneNumber", "email", "postalAddress", "seatLimit" })
            company[field].ShouldBeNull(field);
    }

    [Theory]
    [InlineData("name", " ", HttpStatusCode.BadRequest)]
    [InlineData("phoneNumber", "12", HttpStatusCode.UnprocessableEntity)]
    [InlineData("email", "nobody", HttpStatusCode.UnprocessableEntity)]
    [InlineData("website", "javascript:alert(1)", HttpStatusCode.BadRequest)]
    [InlineData("postalAddress.country", "Utopia", HttpStatusCode.BadRequest)]
    [InlineData("seatLimit", "0", HttpStatusCode.BadRequest)]
    [InlineData("seatLimit", "many", HttpStatusCode.BadRequest)]
    public async Task What_is_wrong_is_said_at_its_field(string field, string value, HttpStatusCode status)
    {
        var page = (await App.Browser(_owner).SubmitAsync(Url, "details", ("postalAddress.city", "Paris"), (field, value))).ShouldBe(
            status
        );

        page.ErrorOf(field).ShouldNotBeEmpty();
        page.Form("details")["postalAddress.city"].ShouldBe("Paris", "nothing that was typed is lost");
        (await App.Client(_owner.Token).GetAsync("companies/current")).Json["postalAddress"].ShouldBeNull();
    }

    [Fact]
    public async Task Who_comes_second_is_told_what_others_have_saved_and_may_replace_it()
    {
        var browser = App.Browser(_owner);
        var opened = await browser.GetAsync(Url);
        await App.Client(_owner.Token).PatchAsync("companies/current", new { website = "https://other.example/" });

        var conflict = (await browser.SubmitAsync(opened, "details", ("name", "Mine"))).ShouldBe(HttpStatusCode.PreconditionFailed);
        conflict.ShouldSay("Name is now “Vale Law”").ShouldSay("Website is now “https://other.example/”");
        conflict.Form("details")["name"].ShouldBe("Mine");

        // Another fault on the way does not make them forget that they were told.
        var wrong = (await browser.SubmitAsync(conflict, "details", ("email", "nobody"))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SubmitAsync(wrong, "details", ("email", ""))).ShouldBeAt(Url);
        (await App.Client(_owner.Token).GetAsync("companies/current")).At("name").ShouldBe("Mine");
    }

    [Fact]
    public async Task A_fault_does_not_hide_what_others_save_meanwhile()
    {
        var browser = App.Browser(_owner);
        var wrong = await browser.SubmitAsync(Url, "details", ("email", "nobody"));
        await App.Client(_owner.Token).PatchAsync("companies/current", new { website = "https://other.example/" });

        (await browser.SubmitAsync(wrong, "details", ("email", ""))).ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Users_read_and_cannot_write()
    {
        await App.Client(_owner.Token)
            .PatchAsync("companies/current", new { name = "<script>alert(1)</script>", website = "https://vale.example/" });
        var user = App.Browser(await App.JoinAsync(_owner));
        var page = (await user.GetAsync(Url))
            .ShouldBe(HttpStatusCode.OK)
            .ShouldSay("<script>alert(1)</script>")
            .ShouldSay("https://vale.example/");

        page.Html.ShouldNotContain("<script>alert");
        page.Forms.ShouldNotContain(form => form.Name == "details");
    }

    [Fact]
    public async Task Only_Super_Admins_are_asked_for_seats()
    {
        var admin = App.Browser(await App.JoinAsync(_owner, "admin"));

        (await admin.GetAsync(Url)).Form("details").Names.ShouldNotContain("seatLimit");
        (await admin.SubmitAsync(Url, "details", ("name", "By an admin"))).ShouldBeAt(Url);
        (await admin.SubmitAsync(Url, "details", ("seatLimit", "3"))).ShouldBe(HttpStatusCode.Forbidden);
    }
}
