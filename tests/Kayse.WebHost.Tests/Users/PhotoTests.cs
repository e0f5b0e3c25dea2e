using System.Net;
using System.Net.Http.Headers;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Users;

/// <summary>A person's photo (US-1).</summary>
public sealed class PhotoTests(SharedApp shared) : AppTests(shared)
{
    private Person _person = null!;

    public override async Task InitializeAsync() => _person = await App.SignUpAsync();

    [Theory]
    [InlineData("image/png", "image/png")]
    [InlineData("image/jpeg", "image/jpeg")]
    [InlineData("image/jpg", "image/jpeg")]
    [InlineData("image/webp", "image/jpeg")]
    [InlineData("image/gif", "image/jpeg")]
    public async Task A_photo_is_kept_in_a_form_that_every_browser_shows(string type, string kept)
    {
        var set = (await PutAsync(BytesOf(type), type)).ShouldBe(HttpStatusCode.OK);

        var photo = (await Client.GetAsync(set.At("photoUrl"))).ShouldBe(HttpStatusCode.OK);

        photo.Header("Content-Type").ShouldBe(kept);
        photo.Header("X-Content-Type-Options").ShouldBe("nosniff");
        photo.Header("Content-Security-Policy").ShouldNotBeNull().ShouldStartWith("default-src 'none'");
        photo.Header("Cache-Control").ShouldBe("max-age=31536000, private, immutable");
        photo.Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        (await Client.GetAsync(set.At("photoUrl"), ("If-None-Match", photo.Header("ETag")!))).Status.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task What_the_bytes_are_counts_and_not_what_they_are_said_to_be()
    {
        var set = (await PutAsync(Pictures.Jpeg(), "image/png")).ShouldBe(HttpStatusCode.OK);

        (await Client.GetAsync(set.At("photoUrl"))).Header("Content-Type").ShouldBe("image/jpeg");
    }

    [Fact]
    public async Task Everybody_who_sees_the_member_sees_the_photo()
    {
        var url = (await PutAsync(Pictures.Png(), "image/png")).At("photoUrl");

        (await Client.GetAsync("me")).At("photoUrl").ShouldBe(url);
        for (var i = 0; i < 500 && (await Client.GetAsync($"companies/current/members/{_person.UserId}")).Json["photoUrl"] is null; i++)
            await Task.Delay(20);
        (await Client.GetAsync("companies/current/members")).Json["items"]![0]!["photoUrl"]!.GetValue<string>().ShouldBe(url);
        (await App.Client((await App.JoinAsync(_person)).Token).GetAsync(url)).ShouldBe(HttpStatusCode.OK);
        (await App.Client().GetAsync(url))
            .ShouldRefuse(HttpStatusCode.Unauthorized, "unauthenticated")
            .Header("Cache-Control")
            .ShouldBe("no-store");
    }

    [Fact]
    public async Task One_that_is_replaced_or_taken_away_is_not_found_any_more()
    {
        var first = (await PutAsync(Pictures.Png(), "image/png")).At("photoUrl");
        var second = (await PutAsync(Pictures.WebP(), "image/webp")).At("photoUrl");

        (await Client.GetAsync(first)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await Client.DeleteAsync("me/photo")).ShouldBe(HttpStatusCode.NoContent);
        (await Client.DeleteAsync("me/photo")).ShouldBe(HttpStatusCode.NoContent);
        (await Client.GetAsync(second)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await Client.GetAsync("me")).Json["photoUrl"].ShouldBeNull();
        (await Client.GetAsync("photos/..%2F..%2Fkayse.db")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_and_says_why()
    {
        (await PutAsync("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "image/png")).ShouldRefuse(
            HttpStatusCode.UnsupportedMediaType,
            "unsupported_media_type"
        );
        (await PutAsync(Pictures.Png(), "image/svg+xml")).ShouldRefuse(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        (await PutAsync(Pictures.Png()[..40], "image/png")).ShouldRefuse(HttpStatusCode.BadRequest, "image_invalid");
        (await PutAsync(Pictures.Png(5000, 10), "image/png")).ShouldRefuse(HttpStatusCode.BadRequest, "image_dimensions");
        (await PutAsync(new byte[(2 << 20) + 1], "image/png")).ShouldRefuse(HttpStatusCode.RequestEntityTooLarge, "payload_too_large");
    }

    private ApiClient Client => App.Client(_person.Token);

    private static byte[] BytesOf(string type) =>
        type switch
        {
            "image/png" => Pictures.Png(isTransparent: true),
            "image/gif" => Pictures.Gif(),
            "image/webp" => Pictures.WebP(),
            _ => Pictures.Jpeg(),
        };

    private Task<ApiAnswer> PutAsync(byte[] file, string type) =>
        Client.SendRawAsync(
            HttpMethod.Put,
            "me/photo",
            new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(type) } }
        );
}
