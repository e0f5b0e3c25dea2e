using System.Net;
using Kayse.Grains.Domains;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Branding;

/// <summary>How much of the looks of companies one network may ask for.</summary>
public sealed class BrandingLimitTests
{
    [Fact]
    public async Task Files_that_anyone_may_have_are_limited_per_network()
    {
        await using var app = App("BrandingFilesPerCaller");
        (await app.Client().GetAsync("/accents/0b5cad.css")).ShouldBe(HttpStatusCode.OK);
        (await app.Client().GetAsync("logos/nothing.png")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await app.Client().GetAsync("logos/nothing.png")).ShouldRefuse(HttpStatusCode.TooManyRequests, "rate_limited");
        (await app.Client().GetAsync("/accents/0b5cad.css")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Who_asks_for_many_sign_in_pages_gets_them_without_the_look_of_a_company()
    {
        await using var app = App("DomainLooksPerCaller");
        var owner = await app.SignUpAsync();
        (await app.Client(owner.Token).PatchAsync("companies/current/branding", new { accentColor = "#9a3412" })).ShouldBe(
            HttpStatusCode.OK
        );
        var domain = $"{Guid.NewGuid():N}.example";
        await app.Services.GetRequiredService<IGrainFactory>().GetGrain<IDomainGrain>(domain).ClaimAsync(owner.CompanyId);
        (await LookAsync(domain)).ShouldContain("/accents/9a3412.css");
        await LookAsync("elsewhere.example");

        (await LookAsync(domain)).ShouldNotContain("/accents/");
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        (await LookAsync(domain)).ShouldContain("/accents/9a3412.css");

        async Task<string> LookAsync(string of) =>
            (await app.Browser().GetAsync($"/sign-in?domain={of}")).ShouldBe(HttpStatusCode.OK).Html;
    }

    private static KayseApp App(string limit) =>
        new(
            ("Kayse:RateLimits:Enabled", "true"),
            ($"Kayse:RateLimits:{limit}:PermitLimit", "2"),
            ($"Kayse:RateLimits:{limit}:Window", "00:01:00")
        );
}
