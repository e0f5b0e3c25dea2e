using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Http.Idempotency;

/// <summary>A POST with an Idempotency-Key takes effect once.</summary>
public sealed class IdempotencyTests : OwnAppTests
{
    [Fact]
    public async Task A_repeated_sign_up_gets_the_same_answer()
    {
        var body = SignUpBody();
        var first = await SignUpAsync(body, "key-1");
        var second = await SignUpAsync(body, "key-1");

        second.Status.ShouldBe(HttpStatusCode.Created);
        second.Text.ShouldBe(first.ShouldBe(HttpStatusCode.Created).Text);
        second.Header("Location").ShouldBe(first.Header("Location"));
        (await App.Client(second.At("session.token")).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_body_with_the_key_is_refused()
    {
        (await SignUpAsync(SignUpBody(), "key-1")).ShouldBe(HttpStatusCode.Created);

        (await SignUpAsync(SignUpBody(), "key-1")).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "idempotency_mismatch");
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        var email = Journeys.NewEmail();
        (await SignUpAsync(SignUpBody(email, "weak"), "key-1")).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "password_too_weak");

        (await SignUpAsync(SignUpBody(email), "key-1")).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task After_a_day_the_key_alone_opens_nothing()
    {
        var email = Journeys.NewEmail();
        (await SignUpAsync(SignUpBody(email), "key-1")).ShouldBe(HttpStatusCode.Created);
        App.Clock.Advance(TimeSpan.FromHours(25));

        (await SignUpAsync(SignUpBody(email, "some other passphrase"), "key-1")).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "invalid_credentials"
        );
        (await SignUpAsync(SignUpBody(Journeys.NewEmail(), "some other passphrase"), "key-1")).Status.ShouldNotBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Simultaneous_repetitions_get_one_answer()
    {
        var body = SignUpBody();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SignUpAsync(body, "key-1")));

        answers.Select(answer => answer.ShouldBe(HttpStatusCode.Created).Text).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_repeated_invitation_is_one_invitation()
    {
        var owner = await App.SignUpAsync();
        var body = new
        {
            fullName = "Ben Ito",
            email = Journeys.NewEmail(),
            role = "user",
        };
        var first = await InviteAsync(owner, body, "key-1");
        var second = await InviteAsync(owner, body, "key-1");

        second.Text.ShouldBe(first.ShouldBe(HttpStatusCode.Created).Text);
        (await App.Client(owner.Token).GetAsync("companies/current/invitations")).Json["total"]!.GetValue<int>().ShouldBe(1);
        (await InviteAsync(owner, body with { fullName = "Cy Ito" }, "key-1")).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity,
            "idempotency_mismatch"
        );
    }

    [Fact]
    public async Task A_key_is_its_callers_own()
    {
        var (one, other) = (await App.SignUpAsync(), await App.SignUpAsync());
        var first = await InviteAsync(
            one,
            new
            {
                fullName = "Ben Ito",
                email = Journeys.NewEmail(),
                role = "user",
            },
            "key-1"
        );
        var second = await InviteAsync(
            other,
            new
            {
                fullName = "Cy Ito",
                email = Journeys.NewEmail(),
                role = "user",
            },
            "key-1"
        );

        second
            .ShouldBe(HttpStatusCode.Created)
            .At("invitation.id")
            .ShouldNotBe(first.ShouldBe(HttpStatusCode.Created).At("invitation.id"));
    }

    [Fact]
    public async Task A_retry_after_a_day_meets_the_invitation()
    {
        var owner = await App.SignUpAsync();
        var body = new
        {
            fullName = "Ben Ito",
            email = Journeys.NewEmail(),
            role = "user",
        };
        var first = await InviteAsync(owner, body, "key-1");
        App.Clock.Advance(TimeSpan.FromMinutes(10));

        (await InviteAsync(owner, body, "key-2")).ShouldRefuse(HttpStatusCode.Conflict, "email_already_invited");
        (await InviteAsync(owner, body, "key-1")).At("invitation.id").ShouldBe(first.At("invitation.id"));
    }

    [Fact]
    public async Task A_key_of_a_stranger_elsewhere_is_another_key()
    {
        (await SignUpAsync(SignUpBody(), "key-1")).ShouldBe(HttpStatusCode.Created);

        var elsewhere = await App.Client()
            .PostAsync("companies", SignUpBody(), ("Idempotency-Key", "key-1"), (KayseApp.RemoteAddressHeader, "198.51.100.7"));
        elsewhere.ShouldBe(HttpStatusCode.Created);
        (
            await App.Client()
                .PostAsync("companies", SignUpBody(), ("Idempotency-Key", "key-1"), (KayseApp.RemoteAddressHeader, "198.51.100.9"))
        ).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "idempotency_mismatch");
    }

    [Fact]
    public async Task Who_may_not_do_it_any_more_gets_no_earlier_answer()
    {
        var owner = await App.SignUpAsync();
        var admin = await App.JoinAsync(owner, "admin");
        var body = new
        {
            fullName = "Ben Ito",
            email = Journeys.NewEmail(),
            role = "user",
        };
        (await InviteAsync(admin, body, "key-1")).ShouldBe(HttpStatusCode.Created);

        (await App.Client(owner.Token).PatchAsync($"companies/current/members/{admin.UserId}", new { role = "user" })).ShouldBe(
            HttpStatusCode.OK
        );
        (await InviteAsync(admin, body, "key-1")).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");

        (
            await App.Client(owner.Token)
                .PatchAsync($"companies/current/members/{admin.UserId}", new { permissions = new[] { "members.invite" } })
        ).ShouldBe(HttpStatusCode.OK);
        (await InviteAsync(admin, body, "key-1")).ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("ключ")]
    [InlineData("two words")]
    public async Task A_malformed_key_is_refused(string key) =>
        (await SignUpAsync(SignUpBody(), key)).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
            ["Idempotency-Key"]
            .ShouldNotBeNull();

    private static object SignUpBody(string? email = null, string password = Person.Password) =>
        new
        {
            companyName = "Firm",
            fullName = "Ada",
            email = email ?? Journeys.NewEmail(),
            password,
        };

    private Task<ApiAnswer> SignUpAsync(object body, string key) => App.Client().PostAsync("companies", body, ("Idempotency-Key", key));

    private Task<ApiAnswer> InviteAsync(Person inviter, object body, string key) =>
        App.Client(inviter.Token).PostAsync("companies/current/invitations", body, ("Idempotency-Key", key));
}
