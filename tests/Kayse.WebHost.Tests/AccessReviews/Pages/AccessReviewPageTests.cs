using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.AccessReviews.Pages;

/// <summary>An access review in the console.</summary>
public sealed class AccessReviewPageTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "/settings/access-reviews";
    private Person _owner = null!;
    private PageClient _browser = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _browser = App.Browser(_owner);
    }

    [Fact]
    public async Task A_review_from_start_to_report()
    {
        var (ben, cleo, dan) = (await App.JoinAsync(_owner, "admin"), await App.JoinAsync(_owner), await App.JoinAsync(_owner));
        (await _browser.GetAsync(Url)).ShouldSay("No access reviews yet");
        var review = (await _browser.SubmitAsync($"{Url}/start", "start", ("name", "Autumn"))).ShouldSay(
            "Access review “Autumn” started."
        );
        review.ShouldSay("0 of 4 reviewed").ShouldSay("Another admin decides");

        var kept = await _browser.SubmitAsync(review, "keep", ("keep", await SeenAsync(review, cleo)));
        kept.ShouldSay("keeps their access.").ShouldSay("1 of 4 reviewed");
        (await _browser.SubmitAsync($"{review.Url}/members/{ben.UserId}/reduce", "reduce", ("role", "admin")))
            .ShouldBe(HttpStatusCode.BadRequest)
            .ShouldSay("This takes nothing away.");
        (await _browser.SubmitAsync($"{review.Url}/members/{ben.UserId}/reduce", "reduce", ("role", "user"), ("note", "Moved")))
            .ShouldSay("access was reduced.")
            .ShouldSay("“Moved”");
        (await _browser.SubmitAsync($"{review.Url}/members/{dan.UserId}/remove", "remove")).ShouldSay("was removed.");
        (await _browser.GetAsync($"{review.Url}?state=removed")).ShouldSay(dan.Email).Text.ShouldNotContain(cleo.Email);

        (await _browser.SubmitAsync($"{review.Url}/close", "close")).ShouldBe(HttpStatusCode.Conflict);
        var closed = await _browser.SubmitAsync($"{review.Url}/close", "close", ("confirm", "on"));
        closed.ShouldSay("4 members: 1 kept, 1 reduced, 1 removed, 1 not reviewed.").Text.ShouldNotContain("Reduce Ben");
        closed.Links.ShouldContain(link => link.Url.EndsWith("report?format=pdf", StringComparison.Ordinal));
        (await _browser.GetAsync(Url)).ShouldSay("Autumn").ShouldSay("Start review");
    }

    [Fact]
    public async Task Selected_members_keep_their_access_with_a_note()
    {
        var (ben, cleo) = (await App.JoinAsync(_owner), await App.JoinAsync(_owner));
        var review = await _browser.SubmitAsync($"{Url}/start", "start");

        var ids = $"ids={ben.UserId}&ids={cleo.UserId}&ids={_owner.UserId}";
        var page = (await _browser.GetAsync($"{review.Url}/keep?{ids}")).ShouldSay("Keep the access of 2 people");
        (await App.Client(_owner.Token).PatchAsync($"companies/current/members/{ben.UserId}", new { role = "admin" })).ShouldBe(
            HttpStatusCode.OK
        );
        var outcome = await _browser.SubmitAsync(page, "keep", ("note", "Checked with their team"));

        outcome.ShouldSay("Kept: 1 of 2.").ShouldSay("Someone else changed this in the meantime.");
        (await _browser.GetAsync($"{review.Url}?state=kept")).ShouldSay(cleo.Email).ShouldSay("“Checked with their team”");
    }

    [Fact]
    public async Task What_was_not_looked_at_is_not_kept()
    {
        var ben = await App.JoinAsync(_owner);
        var review = await _browser.SubmitAsync($"{Url}/start", "start");
        var seen = await SeenAsync(review, ben);
        await App.Client(_owner.Token).PatchAsync($"companies/current/members/{ben.UserId}", new { role = "admin" });

        var refused = await _browser.SubmitAsync(review, "keep", ("keep", seen));

        refused.ShouldBe(HttpStatusCode.PreconditionFailed).ShouldSay("0 of 2 reviewed");
    }

    [Fact]
    public async Task A_reminder_is_turned_on_and_off()
    {
        (await _browser.SubmitAsync(Url, "reminder", ("quarterly", "on"))).ShouldSay("Super Admins will be reminded every quarter.");
        (await _browser.GetAsync(Url)).ShouldSay("The next email comes on 1 ");
        (await _browser.SubmitAsync(Url, "reminder", ("quarterly", ""))).ShouldSay("Reminder turned off.");
    }

    // What the button in the row of a member sends.
    private async Task<string> SeenAsync(Page review, Person person)
    {
        var shown = await App.Client(_owner.Token)
            .GetAsync($"companies/current/access-reviews/{review.Url.Split('/')[^1]}/members/{person.UserId}");
        return $"{person.UserId} {shown.Header("ETag")!.Trim('"')}";
    }
}
