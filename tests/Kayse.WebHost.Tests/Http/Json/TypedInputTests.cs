using System.Net;
using Kayse.WebHost.Tests.Members.Pages;
using Kayse.WebHost.Tests.Testing;
using MimeKit;

namespace Kayse.WebHost.Tests.Http.Json;

/// <summary>What people really type and paste: accepted where it can be, else refused with what to do.</summary>
public sealed class TypedInputTests(SharedApp shared) : AppTests(shared)
{
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Theory]
    [InlineData("\uFF0B\uFF14\uFF14 20 7031 3002", "+442070313002")]
    [InlineData("tel:+44-20-7031-3003", "+442070313003")]
    public async Task A_phone_number_may_be_written_as_Googles_library_reads_it(string typed, string kept) =>
        (await PatchAsync("me", new { phoneNumber = typed })).ShouldBe(HttpStatusCode.OK).At("phoneNumber").ShouldBe(kept);

    [Theory]
    [InlineData("\u200B{0}")]
    [InlineData("{0}\u200B")]
    [InlineData("\uFEFF{0}\u00A0")]
    public async Task Invisible_characters_around_an_address_do_not_count(string form) =>
        (await App.SignInAsync(string.Format(null, form, _owner.Email))).UserId.ShouldBe(_owner.UserId);

    [Theory]
    [InlineData("PATCH", "companies/current", "name")]
    [InlineData("PATCH", "me", "fullName")]
    [InlineData("POST", "companies/current/invitations", "fullName")]
    [InlineData("POST", "companies/current/invitations", "jobTitle")]
    [InlineData("POST", "companies/current/scopes", "name")]
    [InlineData("POST", "me/api-keys", "name")]
    public async Task A_name_needs_something_visible(string method, string path, string field)
    {
        var answer = await SendAsync(method, path, field, "\u200B");

        answer.ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        answer.Json["errors"]![field]![0]!.GetValue<string>().ShouldBe("Enter at least one visible character.");
    }

    [Theory]
    [InlineData("PATCH", "companies/current", "name")]
    [InlineData("PATCH", "me", "fullName")]
    [InlineData("POST", "companies/current/invitations", "fullName")]
    public async Task A_name_that_stands_in_mails_carries_no_link(string method, string path, string field)
    {
        foreach (var name in new[] { "Evil http://evil.example/login & Co", "Visit evil.example now" })
        {
            var answer = await SendAsync(method, path, field, name);

            answer.ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
            answer.Json["errors"]![field]![0]!.GetValue<string>().ShouldContain("can't contain a web or email address");
        }
    }

    [Theory]
    [InlineData("POST", "authorize/batch", """{"checks": [null]}""", "checks[0]")]
    [InlineData("POST", "companies/current/events", """{"events": [null]}""", "events[0]")]
    [InlineData("POST", "companies/current/usage", """{"events": [null]}""", "events[0]")]
    [InlineData("PUT", "companies/current/catalogue/agents", """{"items": [null]}""", "items[0]")]
    [InlineData(
        "PUT",
        "companies/current/business-hours",
        """{"timeZone": "Etc/UTC", "weekly": {"mon": [null]}, "exceptions": []}""",
        "weekly.mon[0]"
    )]
    [InlineData(
        "PUT",
        "companies/current/business-hours",
        """{"timeZone": "Etc/UTC", "weekly": {}, "exceptions": [null]}""",
        "exceptions[0]"
    )]
    public async Task Nothing_in_a_list_of_objects_is_null(string method, string path, string body, string field) =>
        (await App.Client(_owner.Token).SendAsync(new HttpMethod(method), path, body))
            .ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed")
            .Json["errors"]!
            .AsObject()
            .Select(error => error.Key)
            .ShouldBe([field]);

    [Theory]
    [InlineData("america/new_york", "America/New_York")]
    [InlineData("UTC", "UTC")]
    public async Task A_time_zone_is_kept_in_its_own_spelling(string typed, string kept) =>
        (await PatchAsync("me", new { timeZone = typed })).ShouldBe(HttpStatusCode.OK).At("timeZone").ShouldBe(kept);

    [Theory]
    [InlineData("right/UTC")]
    [InlineData("posix/Europe/Paris")]
    [InlineData("localtime")]
    [InlineData("Factory")]
    public async Task Zones_of_the_system_alone_are_refused(string typed) =>
        (await PatchAsync("me", new { timeZone = typed })).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");

    [Fact]
    public async Task A_name_from_right_to_left_turns_nothing_else_around()
    {
        const string Name = "דוד לוי";
        await PatchAsync("companies/current", new { name = Name });
        await App.CreateMemberAsync(_owner, Name);
        var email = Journeys.NewEmail();
        await App.InviteAsync(_owner, email);

        WebUtility.HtmlDecode((await App.Browser(_owner).GetAsync("/settings/staff")).Html).ShouldContain($"<bdi>{Name}</bdi>");
        var mail = await MailAsync(email);
        mail.Subject.ShouldBe($"Ada Vale invited you to join \u2068{Name}\u2069 on Kayse");
        mail.TextBody.ShouldNotBeNull().ShouldContain($"to join \u2068{Name}\u2069 on Kayse");
    }

    private async Task<MimeMessage> MailAsync(string email)
    {
        for (var i = 0; i < 500; i++)
        {
            var mails = System.IO.Directory.Exists(App.MailDirectory) ? System.IO.Directory.GetFiles(App.MailDirectory, "*.eml") : [];
            if (
                mails.Select(file => MimeMessage.Load(file)).FirstOrDefault(mail => mail.To.Mailboxes.Any(to => to.Address == email)) is
                { } found
            )
                return found;
            await Task.Delay(20);
        }

        throw new TimeoutException($"No mail for {email}.");
    }

    private Task<ApiAnswer> SendAsync(string method, string path, string field, string value)
    {
        var body = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["fullName"] = "Ben Jones",
            ["email"] = Journeys.NewEmail(),
            ["role"] = "user",
            ["caseTypes"] = new[] { "injury" },
            ["permissions"] = Array.Empty<string>(),
        };
        if (path == "me/api-keys")
            body["permissions"] = new[] { "read" };
        if (method == "PATCH")
            body.Clear();
        body[field] = value;
        return method == "PATCH" ? PatchAsync(path, body) : App.Client(_owner.Token).PostAsync(path, body);
    }

    private Task<ApiAnswer> PatchAsync(string path, object body) => App.Client(_owner.Token).PatchAsync(path, body);
}
