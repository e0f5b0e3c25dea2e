using Kayse.Browser.Tests.Testing;
using Kayse.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Journeys;

public sealed class PhotoJourneys : Journey
{
    private static readonly FilePayload _picture = new()
    {
        Name = "ada.png",
        MimeType = "image/png",
        Buffer = Pictures.Png(640, 320),
    };

    [Fact]
    public async Task A_photo_is_cropped_to_what_is_seen_before_it_is_sent()
    {
        var ada = await VisitAsAsync(await App.SignUpAsync());
        await ada.OpenAsync("/profile/photo");
        await ada.Page.GetByLabel("Picture", new() { Exact = true }).SetInputFilesAsync(_picture);
        await Expect(ada.Page.Locator(".crop canvas")).ToBeVisibleAsync();
        await ada.Page.GetByLabel("Zoom").FillAsync("2");

        await ada.PressAsync("Save photo");

        await ada.ShouldSeeAsync("Photo updated.");
        (await SizeAsync(ada)).ShouldBe("512 × 512");
    }

    [Fact]
    public async Task Without_JavaScript_a_photo_is_sent_as_it_is()
    {
        var ada = await VisitAsAsync(await App.SignUpAsync(), VisitorOptions.WithoutJavaScript);
        await ada.OpenAsync("/profile/photo");
        await ada.Page.GetByLabel("Picture", new() { Exact = true }).SetInputFilesAsync(_picture);

        await ada.PressAsync("Save photo");

        await ada.ShouldSeeAsync("Photo updated.");
    }

    private static Task<string> SizeAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<string>(
            """
            async () => {
              const photo = document.querySelector(".person img.avatar");
              await photo.decode();
              return `${photo.naturalWidth} × ${photo.naturalHeight}`;
            }
            """
        );
}
