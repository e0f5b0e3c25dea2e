using System.Net;
using Kayse.Client.Tests.Support;
using Kayse.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Client.Tests.Authentication;

/// <summary>Answers that are used again, where a service accepts that they may be out of date.</summary>
public sealed class StalenessTests
{
    private readonly StubKayse _kayse = new();
    private readonly TestClock _clock = new();

    [Fact]
    public async Task An_answer_is_used_again_for_that_long_and_not_longer()
    {
        await using var app = await StartAsync();

        await app.GetAsync("/crm");
        _clock.Advance(TimeSpan.FromSeconds(9));
        (await app.GetAsync("/crm")).StatusCode.ShouldBe(HttpStatusCode.OK);
        _kayse.Requests.Count.ShouldBe(1);

        _clock.Advance(TimeSpan.FromSeconds(1));
        _kayse.Then(HttpStatusCode.Unauthorized, "session_ended");
        (await app.GetAsync("/crm")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_answer_about_one_token_says_nothing_about_another()
    {
        await using var app = await StartAsync();
        await app.GetAsync("/crm");

        _kayse.Then(HttpStatusCode.Unauthorized, "unauthenticated");

        (await app.GetAsync("/crm", "s1.guess")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "unauthenticated")]
    [InlineData(HttpStatusCode.Forbidden, "password_change_required")]
    public async Task A_refusal_is_not_used_again(HttpStatusCode status, string code)
    {
        await using var app = await StartAsync();
        _kayse.Then(status, code);
        await (await app.GetAsync("/crm")).ShouldRefuseAsync(status, code);

        (await app.GetAsync("/crm")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_outage_is_not_used_again_and_does_not_lengthen_an_answer()
    {
        await using var app = await StartAsync();
        await app.GetAsync("/crm");
        _clock.Advance(TimeSpan.FromSeconds(10));

        _kayse.Then(_ => StubKayse.Json("", HttpStatusCode.Redirect)); // Not sent again: this test's clock stands still.
        (await app.GetAsync("/crm")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await app.GetAsync("/crm")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_answer_is_not_used_beyond_the_end_of_the_session()
    {
        await using var app = await StartAsync();
        _kayse.Then(_ => StubKayse.Session(expiresAt: _clock.GetUtcNow().AddSeconds(5).ToString("O")));
        await app.GetAsync("/crm");
        _clock.Advance(TimeSpan.FromSeconds(5));

        _kayse.Then(HttpStatusCode.Unauthorized, "session_ended", "idle_timeout");

        (await app.GetAsync("/crm")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task No_more_answers_are_kept_than_the_options_say()
    {
        await using var app = await StartAsync();
        for (var i = 0; i < 20; i++)
            await app.GetAsync("/crm", $"s{i}.secret");
        _kayse.Requests.Clear();

        for (var i = 0; i < 20; i++)
            await app.GetAsync("/crm", $"s{i}.secret");

        _kayse.Requests.Count.ShouldBeGreaterThanOrEqualTo(15);
    }

    private Task<ProtectedApp> StartAsync() =>
        ProtectedApp.StartAsync(
            _kayse,
            options => (options.MaximumStaleness, options.MaximumKeptAnswers) = (TimeSpan.FromSeconds(10), 5),
            services => services.AddSingleton<TimeProvider>(_clock)
        );
}
