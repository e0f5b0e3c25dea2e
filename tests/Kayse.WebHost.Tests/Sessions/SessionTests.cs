using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Sessions;

/// <summary>Sessions end, and say why.</summary>
public sealed class SessionTests(SharedApp shared) : AppTests(shared)
{
    private Person _person = null!;

    public override async Task InitializeAsync() => _person = await App.SignUpAsync();

    [Fact]
    public async Task A_session_that_was_signed_out_says_so()
    {
        (await App.Client(_person.Token).PostAsync("auth/sign-out")).ShouldBe(HttpStatusCode.NoContent);

        await ShouldHaveEndedAsync(_person, "signed_out");
    }

    [Fact]
    public async Task A_session_that_was_ended_from_elsewhere_says_so()
    {
        var other = await App.SignInAsync(_person.Email);
        (await App.Client(_person.Token).DeleteAsync($"me/sessions/{other.SessionId}")).ShouldBe(HttpStatusCode.NoContent);

        await ShouldHaveEndedAsync(other, "revoked");
        await ShouldBeLiveAsync(_person);
    }

    [Fact]
    public async Task Signing_out_the_others_leaves_this_one()
    {
        var others = new[] { await App.SignInAsync(_person.Email), await App.SignInAsync(_person.Email) };
        (await App.Client(_person.Token).PostAsync("me/sessions/sign-out-others")).ShouldBe(HttpStatusCode.NoContent);

        foreach (var other in others)
            await ShouldHaveEndedAsync(other, "revoked");
        await ShouldBeLiveAsync(_person);
    }

    [Fact]
    public async Task Signing_out_everywhere_leaves_none()
    {
        var other = await App.SignInAsync(_person.Email);
        (await App.Client(_person.Token).PostAsync("me/sessions/sign-out-everywhere")).ShouldBe(HttpStatusCode.NoContent);

        await ShouldHaveEndedAsync(other, "revoked");
        await ShouldHaveEndedAsync(_person, "revoked");
    }

    [Fact]
    public async Task A_session_that_nobody_uses_ends_on_time()
    {
        App.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        await ShouldBeLiveAsync(_person);
        App.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        await ShouldBeLiveAsync(_person);
        App.Clock.Advance(TimeSpan.FromMinutes(30));

        await ShouldHaveEndedAsync(_person, "idle_timeout");
    }

    [Fact]
    public async Task A_session_that_is_used_ends_after_12_hours()
    {
        for (var i = 0; i < 36; i++)
        {
            await ShouldBeLiveAsync(_person);
            App.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        await ShouldHaveEndedAsync(_person, "expired");
    }

    [Fact]
    public async Task A_remembered_session_lasts()
    {
        var remembered = await App.SignInAsync(_person.Email, rememberMe: true);
        App.Clock.Advance(TimeSpan.FromDays(6));

        await ShouldBeLiveAsync(remembered);
    }

    [Fact]
    public async Task Somebody_elses_session_is_not_found()
    {
        var stranger = await App.SignUpAsync();

        (await App.Client(stranger.Token).DeleteAsync($"me/sessions/{_person.SessionId}")).ShouldRefuse(
            HttpStatusCode.NotFound,
            "not_found"
        );
        (await App.Client(_person.Token).DeleteAsync("me/sessions/nonsense")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        await ShouldBeLiveAsync(_person);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer nonsense")]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer 000000000000000000000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_token_of_ours_is_unauthenticated(string header)
    {
        var answer = await App.Client().GetAsync("session", ("Authorization", header));

        answer.ShouldRefuse(HttpStatusCode.Unauthorized, "unauthenticated");
        answer.Header("WWW-Authenticate").ShouldBe("Bearer");
    }

    [Fact]
    public async Task The_right_id_with_a_wrong_secret_is_unauthenticated()
    {
        var wrong = $"{_person.SessionId}.{new string('A', 43)}";

        (await App.Client(wrong).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "unauthenticated");
        await App.Client(_person.Token).PostAsync("auth/sign-out");
        (await App.Client(wrong).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    private async Task ShouldBeLiveAsync(Person person) =>
        (await App.Client(person.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);

    private async Task ShouldHaveEndedAsync(Person person, string reason)
    {
        foreach (var path in new[] { "session", "me" })
        {
            var answer = await App.Client(person.Token).GetAsync(path);
            answer.ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
            answer.At("reason").ShouldBe(reason);
        }
    }
}
