using System.Net;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Branding.Pages;

/// <summary>Branding in the console.</summary>
public sealed class BrandingPageTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "/settings/branding";
    private PageClient _browser = null!;

    public override async Task InitializeAsync() => _browser = App.Browser(await App.SignUpAsync());

    [Fact]
    public async Task A_color_is_saved_and_one_that_cannot_be_read_on_is_explained()
    {
        (await _browser.SubmitAsync(Url, "accent", ("accentColor", "#f59e0b")))
            .ShouldBe(HttpStatusCode.BadRequest)
            .ErrorOf("accentColor")
            .ShouldContain("Try #a46a07.");

        (await _browser.SubmitAsync(Url, "accent", ("accentColor", "9a3412"))).ShouldBeAt(Url).ShouldSay("Accent color saved.");
        (await _browser.SubmitAsync(Url, "accent", ("accentColor", ""))).ShouldBeAt(Url).ShouldSay("Accent color saved.");
    }

    [Fact]
    public async Task Logos_are_uploaded_replaced_and_removed()
    {
        (await UploadAsync("icon", file: null)).ShouldBe(HttpStatusCode.BadRequest).ErrorOf("icon").ShouldBe("Choose a file to upload.");
        (await UploadAsync("light", "<svg"u8.ToArray())).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldSay("can't be read");

        (await UploadAsync("light", Pictures.Png())).ShouldBeAt(Url).ShouldSay("Logo updated.").ShouldSay("Replace");
        (await _browser.SubmitAsync(Url, "light", ("remove", "on"))).ShouldBeAt(Url).ShouldSay("Logo removed.");
    }

    private async Task<Page> UploadAsync(string kind, byte[]? file)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in (await _browser.GetAsync(Url)).Form(kind).Values)
            content.Add(new StringContent(value), name);
        if (file is not null)
            content.Add(new ByteArrayContent(file), kind, "logo");
        return await _browser.SendAsync(HttpMethod.Post, Url, content);
    }
}
