using System.Net;
using Kayse.WebHost.Tests.AccessMatrix;
using Kayse.WebHost.Tests.Testing;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Pages;

/// <summary>
/// Who is shown what: every page times every kind of caller. A feature's rows stand in its own
/// <see cref="IPageTable"/>.
/// </summary>
public sealed class PageAccessTests(AccessScene scene) : IClassFixture<AccessScene>
{
    private static readonly Dictionary<string, PageRow> _rows = typeof(PageAccessTests)
        .Assembly.GetTypes()
        .Where(type => type.IsClass && type.IsAssignableTo(typeof(IPageTable)))
        .SelectMany(type => ((IPageTable)Activator.CreateInstance(type)!).Rows)
        .ToDictionary(row => row.Route, StringComparer.Ordinal);

    public static TheoryData<string> Pages => [.. _rows.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_page_is_shown_to_whom_it_should(string route)
    {
        var row = _rows[route];
        foreach (var caller in scene.Callers)
        {
            var call = new AccessCall(scene, caller, await scene.SignInAsync(caller));
            var url = await UrlAsync(row, call);
            var page = await scene.App.Browser(call.Person).SendOnceAsync(HttpMethod.Get, url);
            (page.Location ?? $"{(int)page.Status}").ShouldBe(row.ExpectedFor(caller, url), $"{url} for {caller}: {page.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_is_shown_to_an_API_key(string route)
    {
        var owner = scene.AsOwner();
        var key = (
            await owner.PostAsync("me/api-keys", new { name = "Console", permissions = new[] { "read", "write", "delete", "admin" } })
        ).ShouldBe(HttpStatusCode.Created);
        var browser = new PageClient(scene.App) { Bearer = key.At("key") };

        // Where anybody is welcome a key makes no difference.
        var anonymous = new AccessCall(scene, new CallerCase(CallerKind.Anonymous), Person: null);
        var url = await UrlAsync(_rows[route], anonymous);
        var page = await browser.SendOnceAsync(HttpMethod.Get, url);
        var expected = _rows[route].Audience.Kind == AudienceKind.Anyone ? _rows[route].ExpectedFor(anonymous.Caller, url) : "403";
        (page.Location ?? $"{(int)page.Status}").ShouldBe(expected, page.Text);
        await owner.DeleteAsync($"me/api-keys/{key.At("id")}");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_takes_a_form_that_it_did_not_make(string route)
    {
        var caller = new CallerCase(_rows[route].Audience.Kind == AudienceKind.Anyone ? CallerKind.Anonymous : CallerKind.SuperAdmin);
        var call = new AccessCall(scene, caller, await scene.SignInAsync(caller));
        var browser = scene.App.Browser(call.Person);
        var url = await UrlAsync(_rows[route], call);
        var page = await browser.GetAsync(url);

        foreach (var form in page.Forms.Select(form => form.Name ?? "any").DefaultIfEmpty("any"))
        {
            foreach (var token in new[] { null, "nonsense" })
            {
                (string, string)[] fields = [("_handler", form), .. token is null ? [] : new[] { ("form_token", token) }];
                (await browser.PostAsync(url, fields, ("Sec-Fetch-Site", "same-origin"))).ShouldBe(HttpStatusCode.BadRequest);
            }
        }
    }

    [Fact]
    public void No_page_is_missing_here()
    {
        var mapped = scene
            .App.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .ToList();

        mapped.Except(_rows.Keys).ShouldBeEmpty("these are not tested");
        _rows.Keys.Except(mapped).ShouldBeEmpty("these are not mapped");
    }

    private static async Task<string> UrlAsync(PageRow row, AccessCall call)
    {
        var target = row.Route.Contains('{', StringComparison.Ordinal) ? await row.Target(call) : "";
        // Where it is two things, each stands for one pair of braces.
        var ids = new Queue<string>(target.Split('/'));
        return string.Join('/', row.Route.Split('/').Select(segment => segment.StartsWith('{') ? Next(ids) : segment));
    }

    private static string Next(Queue<string> ids) => ids.Count > 1 ? ids.Dequeue() : ids.Peek();
}
