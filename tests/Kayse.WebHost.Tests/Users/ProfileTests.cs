using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Users;

/// <summary>What a person changes of their own (US-1).</summary>
public sealed class ProfileTests(SharedApp shared) : AppTests(shared)
{
    private Person _person = null!;

    public override async Task InitializeAsync() => _person = await App.SignUpAsync();

    [Fact]
    public async Task Everything_is_changed_at_once_and_read_back()
    {
        var change = new
        {
            fullName = "Ada Vale-Ito",
            phoneNumber = "(202) 555-0123",
            phoneCountry = "US",
            timeZone = "Europe/London",
            language = "en-gb",
        };

        var changed = (await Client.PatchAsync("me", change)).ShouldBe(HttpStatusCode.OK);

        changed.Header("ETag").ShouldBe("\"1\"");
        (changed.At("fullName"), changed.At("phoneNumber"), changed.At("timeZone"), changed.At("language")).ShouldBe(
            ("Ada Vale-Ito", "+12025550123", "Europe/London", "en-GB")
        );
        var read = await Client.GetAsync("me");
        (read.Text, read.Header("ETag")).ShouldBe((changed.Text, "\"1\""));
    }

    [Fact]
    public async Task The_next_request_of_every_session_says_the_new_name()
    {
        var other = await App.SignInAsync(_person.Email);
        await Client.PatchAsync("me", new { fullName = "Ada Ito" });

        foreach (var token in new[] { _person.Token, other.Token })
            (await App.Client(token).GetAsync("session")).At("user.fullName").ShouldBe("Ada Ito");
    }

    [Fact]
    public async Task Null_takes_away_what_may_be_missing_and_a_name_may_not()
    {
        await Client.PatchAsync("me", new { timeZone = "Europe/London", language = "en" });

        (await Client.PatchAsync("me", """{"timeZone": null, "language": null, "phoneNumber": null}"""))
            .ShouldBe(HttpStatusCode.OK)
            .Json["timeZone"]
            .ShouldBeNull();
        var refused = (await Client.PatchAsync("me", """{"fullName": null}""")).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
        refused.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe(["fullName"]);
    }

    [Fact]
    public async Task A_version_that_is_gone_is_a_conflict()
    {
        await Client.PatchAsync("me", new { language = "en" });

        (await Client.SendAsync(HttpMethod.Patch, "me", new { language = "de" }, ("If-Match", "\"0\""))).ShouldRefuse(
            HttpStatusCode.PreconditionFailed,
            "version_conflict"
        );
        (await Client.SendAsync(HttpMethod.Patch, "me", new { language = "de" }, ("If-Match", "\"1\"")))
            .ShouldBe(HttpStatusCode.OK)
            .At("language")
            .ShouldBe("de");
    }

    [Fact]
    public async Task A_number_is_checked_and_who_else_has_it_is_nobodys_business()
    {
        var other = await App.JoinAsync(_person);
        (await Client.PatchAsync("me", new { phoneNumber = "+1 202 555 0123" })).ShouldBe(HttpStatusCode.OK);

        (await App.Client(other.Token).PatchAsync("me", new { phoneNumber = "+12025550123" })).ShouldBe(HttpStatusCode.OK);
        (await App.Client(other.Token).PatchAsync("me", new { phoneNumber = "+120255" })).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity,
            "phone_invalid"
        );
    }

    private ApiClient Client => App.Client(_person.Token);
}
