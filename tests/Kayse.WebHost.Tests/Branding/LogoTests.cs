using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Kayse.Grains.Domains;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Branding;

/// <summary>The logos of a company (CO-3).</summary>
public sealed class LogoTests(SharedApp shared) : AppTests(shared)
{
    private const string Svg =
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h9v9z" fill="#123456"/></svg>""";

    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Theory]
    [InlineData("light", "image/svg+xml")]
    [InlineData("dark", "image/png")]
    [InlineData("icon", "image/png")]
    public async Task A_logo_is_served_to_everybody_and_can_do_nothing(string kind, string type)
    {
        var set = (await PutAsync(kind, type == "image/png" ? Pictures.Png(40, 10) : Bytes(Svg))).ShouldBe(HttpStatusCode.OK);

        var logo = set.Json["logos"]![kind]!;
        (logo["width"]!.GetValue<int>(), logo["height"]!.GetValue<int>()).ShouldBe(type == "image/png" ? (40, 10) : (512, 128));
        var served = (await App.Client().GetAsync(logo["url"]!.GetValue<string>())).ShouldBe(HttpStatusCode.OK);
        served.Header("Content-Type").ShouldBe(type);
        served.Header("Content-Security-Policy").ShouldBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
        served.Header("X-Content-Type-Options").ShouldBe("nosniff");
        served.Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        served.Header("Cache-Control").ShouldBe("public, max-age=31536000, immutable");
        (await App.Client().GetAsync(logo["url"]!.GetValue<string>(), ("If-None-Match", served.Header("ETag")!))).Status.ShouldBe(
            HttpStatusCode.NotModified
        );
        var current = (await Client.GetAsync($"companies/current/logos/{kind}")).ShouldBe(HttpStatusCode.OK);
        current.Header("Content-Security-Policy").ShouldBe(served.Header("Content-Security-Policy"));
        current.Header("Cache-Control").ShouldBe("no-cache, private");
    }

    [Fact]
    public async Task A_logo_that_is_replaced_or_removed_is_gone_and_the_log_says_so()
    {
        var first = UrlOf(await PutAsync("light", Bytes(Svg)));
        (await PutAsync("light", Bytes(Svg))).At("logos.light.url").ShouldBe(first);
        var second = UrlOf(await PutAsync("light", Pictures.Png()));

        (await Client.GetAsync(first)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await Client.DeleteAsync("companies/current/logos/light")).ShouldBe(HttpStatusCode.NoContent);
        (await Client.DeleteAsync("companies/current/logos/light")).ShouldBe(HttpStatusCode.NoContent);
        (await Client.GetAsync(second)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await Client.GetAsync("companies/current/logos/light")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await Client.GetAsync("logos/..%2F..%2Fkayse.db")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Client.GetAsync("companies/current/audit-log?action=branding.updated")).Json["items"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_no_logo_is_refused_and_says_why()
    {
        (await PutAsync("light", Bytes(HostileSvgs.Svg("<script>alert(1)</script>"))))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "svg_invalid")
            .At("detail")
            .ShouldContain("<script>");
        (await PutAsync("light", Bytes("<svg"))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "svg_invalid");
        (await PutAsync("icon", Bytes(Svg))).ShouldRefuse(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        (await PutAsync("light", Pictures.Gif())).ShouldRefuse(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        (await PutAsync("light", Pictures.Png()[..40])).ShouldRefuse(HttpStatusCode.BadRequest, "image_invalid");
        (await PutAsync("light", Pictures.Png(5000, 10))).ShouldRefuse(HttpStatusCode.BadRequest, "image_dimensions");
        (await PutAsync("light", new byte[(1 << 20) + 1])).ShouldRefuse(HttpStatusCode.RequestEntityTooLarge, "payload_too_large");
        (await PutAsync("logo", Pictures.Png())).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await PutAsync("light", Pictures.Png(), "text/plain")).ShouldRefuse(
            HttpStatusCode.UnsupportedMediaType,
            "unsupported_media_type"
        );
    }

    [Fact]
    public async Task An_accent_color_is_set_cleared_and_served_as_a_stylesheet()
    {
        var set = (await PatchAsync("#9A3412")).ShouldBe(HttpStatusCode.OK);
        set.At("accentColor").ShouldBe("#9a3412");

        var styles = (await App.Client().GetAsync("/accents/9a3412.css")).ShouldBe(HttpStatusCode.OK);
        styles.Header("Content-Type").ShouldBe("text/css; charset=utf-8");
        styles.Text.ShouldContain("--accent: #9a3412;");
        styles.Text.ShouldContain($"--accent: {set.At("accentColorOnDark")};");
        (await App.Client().GetAsync("/accents/9a3412}.css")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await PatchAsync("#f59e0b")).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!["accentColor"]!
            .AsArray()
            .ShouldHaveSingleItem();
        (await Client.SendAsync(HttpMethod.Patch, Url, new { accentColor = "#111111" }, ("If-Match", "\"77\""))).ShouldRefuse(
            HttpStatusCode.PreconditionFailed,
            "version_conflict"
        );
        (await Client.PatchAsync(Url, new { })).At("accentColor").ShouldBe("#9a3412");
        (await PatchAsync(null)).Json["accentColor"].ShouldBeNull();
    }

    [Fact]
    public async Task The_pages_of_the_company_show_it_and_those_of_others_do_not()
    {
        var light = UrlOf(await PutAsync("light", Bytes(Svg)));
        var icon = (await PutAsync("icon", Pictures.Png())).At("logos.icon.url");
        await PatchAsync("#9a3412");
        var other = await App.SignUpAsync();

        var page = (await App.Browser(_owner).GetAsync("/home")).Html;
        var theirs = (await App.Browser(other).GetAsync("/home")).Html;

        page.ShouldContain(light);
        page.ShouldContain(icon);
        page.ShouldContain("/accents/9a3412.css");
        theirs.ShouldNotContain("/accents/");
        theirs.ShouldNotContain("/logos/");
    }

    [Fact]
    public async Task The_sign_in_page_of_a_verified_domain_shows_it_to_whoever_asks()
    {
        var light = UrlOf(await PutAsync("light", Bytes(Svg)));
        var domain = $"{Guid.NewGuid():N}.example";
        await App.Services.GetRequiredService<IGrainFactory>().GetGrain<IDomainGrain>(domain).ClaimAsync(_owner.CompanyId);

        (await App.Browser().GetAsync($"/sign-in?domain={domain.ToUpperInvariant()}")).Html.ShouldContain(light);
        (await App.Browser().GetAsync("/sign-in?domain=elsewhere.example")).Html.ShouldNotContain("/logos/");
        (await App.Browser().GetAsync("/sign-in?domain=@@")).ShouldBe(HttpStatusCode.OK).Html.ShouldNotContain("/logos/");
        (await App.Browser().GetAsync($"/forgot-password?domain={domain}")).Html.ShouldNotContain(light);
        // Of somebody whom nobody knows.
        (
            await App.Browser().SubmitAsync("/sign-in", "sign-in", ("email", $"nobody@{domain}"), ("password", "wrong"))
        ).Html.ShouldContain(light);
    }

    private const string Url = "companies/current/branding";

    private ApiClient Client => App.Client(_owner.Token);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string UrlOf(ApiAnswer answer) => answer.ShouldBe(HttpStatusCode.OK).At("logos.light.url");

    private Task<ApiAnswer> PatchAsync(string? color) => Client.PatchAsync(Url, new JsonObject { ["accentColor"] = color });

    private Task<ApiAnswer> PutAsync(string kind, byte[] file, string type = "image/png") =>
        Client.SendRawAsync(
            HttpMethod.Put,
            $"companies/current/logos/{kind}",
            new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(type) } }
        );
}
