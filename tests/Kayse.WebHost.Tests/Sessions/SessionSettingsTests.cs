using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Sessions;

/// <summary>How long a person's sessions may stay unused, as they set it.</summary>
public sealed class SessionSettingsTests : OwnAppTests
{
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Fact]
    public async Task What_is_chosen_is_said_with_what_holds_and_counts_when_the_answer_comes()
    {
        (await App.Client(_owner.Token).GetAsync("me/session-settings"))
            .ShouldBe(HttpStatusCode.OK)
            .Text.ShouldBe(
                """{"idleTimeoutMinutes":30,"defaultIdleTimeoutMinutes":30,"longestIdleTimeoutMinutes":null,"effectiveIdleTimeoutMinutes":30,"rememberedIdleTimeoutMinutes":10080}"""
            );
        var unused = await App.SignInAsync(_owner.Email);
        App.Clock.Advance(TimeSpan.FromMinutes(5));

        (await SetAsync("""{"idleTimeoutMinutes": 5}"""))
            .ShouldBe(HttpStatusCode.OK)
            .Text.ShouldBe(
                """{"idleTimeoutMinutes":5,"defaultIdleTimeoutMinutes":30,"longestIdleTimeoutMinutes":null,"effectiveIdleTimeoutMinutes":5,"rememberedIdleTimeoutMinutes":10080}"""
            );

        (await App.Client(unused.Token).GetAsync("session"))
            .ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended")
            .At("reason")
            .ShouldBe("idle_timeout");
        (await App.Client(_owner.Token).GetAsync("session")).At("expiresAt").ShouldBe("2026-01-05T09:10:00Z");
    }

    [Fact]
    public async Task A_policy_goes_before_it()
    {
        await SetAsync("""{"idleTimeoutMinutes": 60}""");
        await App.Client(_owner.Token)
            .SendAsync(
                HttpMethod.Put,
                "companies/current/security-policy",
                new
                {
                    idleTimeoutMinutes = 15,
                    twoFactorRequired = false,
                    twoFactorGraceDays = 7,
                    rememberMeAllowed = true,
                    trustedDevicesAllowed = true,
                    invitedEmailDomains = Array.Empty<string>(),
                }
            );

        (await App.Client(_owner.Token).GetAsync("me/session-settings")).Text.ShouldBe(
            """{"idleTimeoutMinutes":60,"defaultIdleTimeoutMinutes":30,"longestIdleTimeoutMinutes":15,"effectiveIdleTimeoutMinutes":15,"rememberedIdleTimeoutMinutes":15}"""
        );
        (await App.Client(_owner.Token).GetAsync("session")).At("expiresAt").ShouldBe("2026-01-05T09:15:00Z");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"idleTimeoutMinutes": null}""")]
    [InlineData("""{"idleTimeoutMinutes": 0}""")]
    [InlineData("""{"idleTimeoutMinutes": -5}""")]
    [InlineData("""{"idleTimeoutMinutes": 43201}""")]
    [InlineData("""{"idleTimeoutMinutes": 2147483647}""")]
    [InlineData("""{"idleTimeoutMinutes": 1.5}""")]
    [InlineData("""{"idleTimeoutMinutes": "thirty"}""")]
    public async Task Bad_input_names_the_field_and_changes_nothing(string body)
    {
        (await SetAsync(body)).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Text.ShouldContain("\"idleTimeoutMinutes\"");

        (await App.Client(_owner.Token).GetAsync("session")).At("expiresAt").ShouldBe("2026-01-05T09:30:00Z");
    }

    [Theory, InlineData(1), InlineData(43_200)]
    public async Task The_bounds_themselves_are_served(int minutes) =>
        (await SetAsync($$"""{"idleTimeoutMinutes": {{minutes}}}""")).ShouldBe(HttpStatusCode.OK);

    private Task<ApiAnswer> SetAsync(string body) => App.Client(_owner.Token).SendAsync(HttpMethod.Put, "me/session-settings", body);
}
