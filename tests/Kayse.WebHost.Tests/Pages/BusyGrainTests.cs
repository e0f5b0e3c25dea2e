using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Pages;

/// <summary>A page is rendered when all that it shows is there, however long the grains take for it.</summary>
public sealed class BusyGrainTests(SharedApp shared) : AppTests(shared)
{
    [Theory]
    [InlineData("/profile")]
    [InlineData("/profile/security")]
    [InlineData("/settings/company")]
    [InlineData("/settings/security-policy")]
    [InlineData("/settings/staff")]
    public async Task Pages_wait_for_grains_that_many_ask(string url)
    {
        var owner = await App.SignUpAsync();

        var pages = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Task.Run(() => App.Browser(owner).GetAsync(url))));

        pages.ShouldAllBe(page => page.Status == HttpStatusCode.OK);
    }
}
