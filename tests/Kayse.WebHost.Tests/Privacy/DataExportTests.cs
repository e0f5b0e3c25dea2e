using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Json.Schema;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Privacy;

/// <summary>A person gets a copy of their own data, and nobody else does (PR-3).</summary>
public sealed class DataExportTests(DataExportScene scene) : IClassFixture<DataExportScene>
{
    private KayseApp App => scene.App;

    [Fact]
    public async Task An_export_has_what_is_stored_and_is_as_its_own_schema_says()
    {
        var owner = await App.SignUpAsync(company: "Vale Law");
        var user = await App.JoinAsync(owner);
        var client = App.Client(user.Token);
        await client.PatchAsync("me", new { phoneNumber = "+49 30 901820", language = "en" });
        await PutPhotoAsync(user);
        (await client.PostAsync("me/api-keys", new { name = "Reports", permissions = new[] { "read" } })).ShouldBe(
            HttpStatusCode.Created
        );
        await App.SignInAsync(user.Email);

        using var archive = await ExportAsync(user);

        archive.Entries.Select(entry => entry.FullName).ShouldContain("photo.jpg");
        ReadText(archive, "README.txt").ShouldContain("sign-in-history.json");
        var schema = JsonNode.Parse(ReadText(archive, "schema.json"))!;
        foreach (
            var entry in archive.Entries.Where(entry =>
                entry.FullName is not "schema.json" && entry.FullName.EndsWith(".json", StringComparison.Ordinal)
            )
        )
            CheckAgainst(schema, entry.FullName, ReadText(archive, entry.FullName));
        var profile = JsonNode.Parse(ReadText(archive, "profile.json"))!.AsArray()[0]!;
        profile["email"]!.GetValue<string>().ShouldBe(user.Email);
        profile["phoneNumber"]!.GetValue<string>().ShouldBe("+4930901820");
        ReadText(archive, "memberships.json").ShouldContain("Vale Law");
        ReadText(archive, "api-keys.json").ShouldContain("Reports");
        ReadText(archive, "audit-own-acts.json").ShouldContain("member.data_export_requested");
        JsonNode.Parse(ReadText(archive, "sign-in-history.json"))!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Other_people_are_named_by_their_ids_alone_and_no_secret_is_in_it()
    {
        var owner = await App.SignUpAsync();
        var other = await App.JoinAsync(owner, "admin");
        var user = await App.JoinAsync(owner, "super_admin");
        await App.Client(user.Token).PatchAsync($"companies/current/members/{other.UserId}", new { jobTitle = "Secret Keeper" });
        await App.InviteAsync(user, "a.stranger@else.example");

        using var archive = await ExportAsync(user);

        var all = string.Concat(archive.Entries.Select(entry => ReadText(archive, entry.FullName)));
        all.ShouldContain(other.UserId);
        all.ShouldNotContain(other.Email);
        all.ShouldNotContain(owner.Email);
        all.ShouldNotContain("Ada Vale");
        all.ShouldNotContain("Secret Keeper");
        all.ShouldNotContain("a.stranger@else.example");
        all.ShouldNotContain(user.Token[^43..]);
        all.ShouldNotContain("passwordHash", Case.Insensitive);
    }

    [Fact]
    public async Task A_download_takes_step_up_and_is_the_persons_own()
    {
        var owner = await App.SignUpAsync();
        var (user, other) = (await App.JoinAsync(owner), await App.JoinAsync(owner));
        var id = await ReadyAsync(user);

        (await App.Client(other.Token).GetAsync($"me/data-exports/{id}")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await App.Client(other.Token).GetAsync($"me/data-exports/{id}/content")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await App.Client().GetAsync($"me/data-exports/{id}/content")).ShouldRefuse(HttpStatusCode.Unauthorized, "unauthenticated");
        (
            await App.Client(user.Token)
                .SendAsync(HttpMethod.Get, $"me/data-exports/{id}/content", null, ("Sec-Fetch-Site", "cross-site"))
        ).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await App.Client(user.Token).GetAsync($"me/data-exports/{id}/content")).ShouldBe(HttpStatusCode.OK);
        (await App.Client(owner.Token).GetAsync("companies/current/audit-log?action=member.data_export_downloaded")).Json["items"]!
            .AsArray()
            .ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_sixth_download_is_refused()
    {
        var user = await App.SignUpAsync();
        var id = await ReadyAsync(user);

        for (var i = 0; i < 5; i++)
            (await App.Client(user.Token).GetAsync($"me/data-exports/{id}/content")).ShouldBe(HttpStatusCode.OK);

        (await App.Client(user.Token).GetAsync($"me/data-exports/{id}/content")).ShouldRefuse(
            HttpStatusCode.Gone,
            "data_export_downloads_used"
        );
        (await App.Client(user.Token).GetAsync($"me/data-exports/{id}")).At("status").ShouldBe("expired");
    }

    [Fact]
    public async Task The_mail_leads_to_sign_in_and_has_no_secret()
    {
        var user = await App.SignUpAsync();
        var id = await ReadyAsync(user);

        var mail = await App.MailAsync(user.Email, "Your data export is ready");

        mail.ShouldContain($"/profile/privacy/exports/{id}");
        mail.ShouldNotContain("token=");
        (await App.Browser().GetAsync($"/profile/privacy/exports/{id}")).Heading.ShouldBe("Sign in");
    }

    [Fact]
    public async Task A_request_on_a_new_device_is_mailed()
    {
        var user = await App.SignUpAsync();
        var phone = (
            "User-Agent",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile Safari/604.1"
        );

        (await App.Client(user.Token).SendAsync(HttpMethod.Post, "me/data-exports", null, phone)).ShouldBe(HttpStatusCode.Accepted);

        (await App.MailAsync(user.Email, "A copy of your Kayse data was requested")).ShouldContain("iOS");
    }

    [Fact]
    public async Task Three_are_enough_for_a_week_and_a_deleted_one_counts()
    {
        var user = await App.SignUpAsync();
        var client = App.Client(user.Token);
        for (var i = 0; i < 3; i++)
            (await client.DeleteAsync($"me/data-exports/{await ReadyAsync(user)}")).ShouldBe(HttpStatusCode.NoContent);

        var refused = (await client.PostAsync("me/data-exports")).ShouldRefuse(HttpStatusCode.TooManyRequests, "rate_limited");

        refused.Header("Retry-After").ShouldNotBeNull();
        (await client.GetAsync("me/data-exports")).Json["items"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_console_shows_the_export_and_where_to_download_it()
    {
        var user = await App.SignUpAsync();
        var browser = App.Browser(user);
        (await browser.SubmitAsync("/profile/privacy/export", "request")).ShouldBeAt("/profile/privacy");
        var id = (await App.Client(user.Token).GetAsync("me/data-exports")).Json["items"]![0]!["id"]!.GetValue<string>();
        await UntilReadyAsync(user, id);

        (await browser.GetAsync("/profile/privacy")).ShouldSay("Ready");
        (await browser.GetAsync($"/profile/privacy/exports/{id}")).ShouldSay("Download ZIP file");
        (await browser.SubmitAsync($"/profile/privacy/exports/{id}", "delete")).ShouldSay("Data export deleted.").ShouldSay("Expired");
    }

    private async Task<string> ReadyAsync(Person user)
    {
        var id = (await App.Client(user.Token).PostAsync("me/data-exports")).ShouldBe(HttpStatusCode.Accepted).At("id");
        await UntilReadyAsync(user, id);
        return id;
    }

    private async Task UntilReadyAsync(Person user, string id)
    {
        for (var i = 0; i < 500; i++)
        {
            if ((await App.Client(user.Token).GetAsync($"me/data-exports/{id}")).At("status") == "ready")
                return;
            await Task.Delay(10);
        }

        throw new TimeoutException("The export is not ready.");
    }

    private async Task<ZipArchive> ExportAsync(Person user)
    {
        var id = await ReadyAsync(user);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/me/data-exports/{id}/content");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", user.Token);
        using var response = await App.Http().SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        return new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync()), ZipArchiveMode.Read);
    }

    private static void CheckAgainst(JsonNode schema, string file, string content)
    {
        var part = schema["properties"]?[file].ShouldNotBeNull($"{file} is not in schema.json")!;
        var result = JsonSchema
            .FromText(part.ToJsonString())
            .Evaluate(
                System.Text.Json.JsonDocument.Parse(content).RootElement,
                new EvaluationOptions { OutputFormat = OutputFormat.List }
            );
        result.IsValid.ShouldBeTrue(
            $"{file}: {string.Join("; ", result.Details?.Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Value}")) ?? [])}"
        );
    }

    private static string ReadText(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name).ShouldNotBeNull(name).Open());
        return reader.ReadToEnd();
    }

    private async Task PutPhotoAsync(Person user)
    {
        using var picture = new ByteArrayContent(Pictures.Png()) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        (await App.Client(user.Token).SendRawAsync(HttpMethod.Put, "me/photo", picture)).ShouldBe(HttpStatusCode.OK);
    }
}

public sealed class DataExportScene : IAsyncLifetime
{
    public KayseApp App { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await App.DisposeAsync();
}
