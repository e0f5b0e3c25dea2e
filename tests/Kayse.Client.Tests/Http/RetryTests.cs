using System.Net;
using Kayse.Client.Tests.Support;

namespace Kayse.Client.Tests.Http;

/// <summary>Only what may be done twice is sent twice.</summary>
public sealed class RetryTests
{
    private readonly StubKayse _kayse = new();

    [Fact]
    public async Task A_read_is_sent_again_after_a_failure()
    {
        _kayse.ThenFails().Then(HttpStatusCode.ServiceUnavailable, "unavailable");

        (await Clients.Of(_kayse).GetSessionAsync()).User!.Id.ShouldBe("u1");

        _kayse.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_question_by_POST_is_sent_again()
    {
        _kayse.ThenFails().Then(_ => StubKayse.Json("""{"allowed":true,"reason":"role"}"""));

        (await Clients.Of(_kayse).AuthorizeAsync(new AuthorizationCheck("crm.access"))).Allowed.ShouldBeTrue();

        _kayse.Requests.Select(request => request.Body).ShouldBe(["""{"permission":"crm.access"}""", """{"permission":"crm.access"}"""]);
    }

    [Fact]
    public async Task A_POST_that_creates_is_sent_again_with_the_same_idempotency_key()
    {
        _kayse.ThenFails().Then(_ => StubKayse.Json("""{"outcome":"invited"}"""));

        await Clients.Of(_kayse).Company().Invitations.InviteAsync(NewInvitation);

        _kayse.Requests.Count.ShouldBe(2);
        _kayse.Requests[0].IdempotencyKey.ShouldNotBeNullOrEmpty();
        _kayse.Requests[1].IdempotencyKey.ShouldBe(_kayse.Requests[0].IdempotencyKey);
    }

    [Fact]
    public async Task Every_creation_has_a_key_of_its_own_unless_the_caller_gives_one()
    {
        _kayse.Always(_ => StubKayse.Json("""{"outcome":"invited"}"""));
        var invitations = Clients.Of(_kayse).Company().Invitations;

        await invitations.InviteAsync(NewInvitation);
        await invitations.InviteAsync(NewInvitation);
        await invitations.InviteAsync(NewInvitation, "from-the-caller");

        var keys = _kayse.Requests.ConvertAll(request => request.IdempotencyKey);
        keys.Distinct().Count().ShouldBe(3);
        keys[2].ShouldBe("from-the-caller");
    }

    [Fact]
    public async Task Other_POSTs_and_PATCHes_are_sent_once()
    {
        _kayse.AlwaysFails();
        var client = Clients.Of(_kayse);

        await Should.ThrowAsync<KayseUnavailableException>(() => client.SignIn.SignOutAsync());
        await Should.ThrowAsync<KayseUnavailableException>(() =>
            client.Me.CreateApiKeyAsync(new NewApiKey("k", [ApiKeyPermissions.Read]))
        );
        await Should.ThrowAsync<KayseUnavailableException>(() => client.Company().Members.UpdateAsync("u", new MemberChange()));

        _kayse.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "rate_limited")]
    [InlineData(HttpStatusCode.Unauthorized, "session_ended")]
    [InlineData(HttpStatusCode.NotFound, "not_found")]
    public async Task A_refusal_is_not_sent_again(HttpStatusCode status, string code)
    {
        _kayse.Then(status, code, retryAfter: 7);

        var refused = await Should.ThrowAsync<KayseException>(() => Clients.Of(_kayse).GetSessionAsync());

        refused.Code.ShouldBe(code);
        refused.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
        _kayse.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_key_over_its_rate_does_not_stop_other_callers()
    {
        _kayse.Always(_ => StubKayse.Problem(HttpStatusCode.TooManyRequests, "rate_limited"));
        var client = Clients.Of(_kayse);
        for (var i = 0; i < 150; i++)
            await Should.ThrowAsync<KayseException>(() => client.GetSessionAsync());

        _kayse.Always(_ => StubKayse.Session());

        (await client.WithToken("s1.other").GetSessionAsync()).Id.ShouldBe("s1");
    }

    [Fact]
    public async Task What_takes_too_long_is_an_outage()
    {
        using var kayse = new SlowHandler();
        var client = Clients.Of(kayse, options => options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromMilliseconds(50));

        await Should.ThrowAsync<KayseUnavailableException>(() => client.GetSessionAsync());
    }

    [Fact]
    public async Task Giving_up_is_not_an_outage()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Clients.Of(_kayse).GetSessionAsync(cancelled.Token));
    }

    private static InviteRequest NewInvitation =>
        new()
        {
            FullName = "Ben",
            Email = "ben@firm.example",
            Role = KayseRoles.User,
        };
}
