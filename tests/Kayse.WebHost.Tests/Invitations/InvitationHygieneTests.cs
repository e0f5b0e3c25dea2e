using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Invitations;

/// <summary>Seats, limits, versions and admins of other companies over HTTP (IN-8, IN-12).</summary>
public sealed class InvitationHygieneTests
{
    [Fact]
    public async Task Mails_to_one_address_are_limited_over_all_companies()
    {
        await using var app = new KayseApp(("Kayse:Mail:PerRecipient:Limit", "2"));
        var email = Journeys.NewEmail();
        var (one, other, third) = (await app.SignUpAsync(), await app.SignUpAsync(), await app.SignUpAsync());
        var id = await app.InviteAsync(one, email);
        await app.InviteAsync(other, email);

        var limited = await InviteAsync(app, third, email);

        limited.ShouldRefuse(HttpStatusCode.TooManyRequests, "rate_limited");
        limited.Header("Retry-After").ShouldBe("3600");
        (await app.Client(one.Token).PostAsync($"companies/current/invitations/{id}/resend")).ShouldRefuse(
            HttpStatusCode.TooManyRequests,
            "rate_limited"
        );
        var another = await app.InviteAsync(third, Journeys.NewEmail());
        (await app.Client(third.Token).PatchAsync($"companies/current/invitations/{another}", new { email })).ShouldRefuse(
            HttpStatusCode.TooManyRequests,
            "rate_limited"
        );
        app.Clock.Advance(TimeSpan.FromHours(1));
        (await InviteAsync(app, await app.SignInAsync(third.Email), email)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Of_fifty_invitations_at_once_as_many_are_made_as_there_are_seats()
    {
        await using var app = new KayseApp(("Kayse:Seats:Default", "4"));
        var owner = await app.SignUpAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => Task.Run(() => InviteAsync(app, owner, Journeys.NewEmail())))
        );

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(3);
        foreach (var answer in answers.Where(answer => answer.Status != HttpStatusCode.Created))
            answer.ShouldRefuse(HttpStatusCode.Conflict, "seat_limit_reached");
    }

    [Fact]
    public async Task Super_Admins_limit_the_seats_within_what_the_operator_allows()
    {
        await using var app = new KayseApp(("Kayse:Seats:Maximum", "10"));
        var owner = await app.SignUpAsync();
        var admin = await app.JoinAsync(owner, "admin");

        (await app.Client(admin.Token).PatchAsync("companies/current", new { seatLimit = 2 })).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "forbidden"
        );
        (await app.Client(owner.Token).PatchAsync("companies/current", new { seatLimit = 11 })).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
        (await app.Client(owner.Token).PatchAsync("companies/current", new { seatLimit = 0 })).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
        var limited = (await app.Client(owner.Token).PatchAsync("companies/current", new { seatLimit = 2 }))
            .ShouldBe(HttpStatusCode.OK)
            .Json;

        (limited["seatLimit"]!.GetValue<int>(), limited["seatsTaken"]!.GetValue<int>()).ShouldBe((2, 2));
        (await InviteAsync(app, owner, Journeys.NewEmail())).ShouldRefuse(HttpStatusCode.Conflict, "seat_limit_reached");
        (await app.Client(owner.Token).PatchAsync("companies/current", new { seatLimit = (int?)null })).ShouldBe(HttpStatusCode.OK).Json[
            "seatLimit"
        ]!
            .GetValue<int>()
            .ShouldBe(10);
        (await InviteAsync(app, owner, Journeys.NewEmail())).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task An_admin_of_another_company_is_added_at_once_and_once()
    {
        await using var app = new KayseApp();
        var (owner, other) = (await app.SignUpAsync(), await app.SignUpAsync(company: "Another Firm"));
        await app.WorksAlsoInAsync(owner, other);
        var body = new
        {
            fullName = "Whoever",
            email = other.Email,
            role = "admin",
        };

        var first = await app.Client(owner.Token).PostAsync("companies/current/invitations", body, ("Idempotency-Key", "once"));
        var again = await app.Client(owner.Token).PostAsync("companies/current/invitations", body, ("Idempotency-Key", "once"));

        first.ShouldBe(HttpStatusCode.OK).At("outcome").ShouldBe("added");
        first.At("member.userId").ShouldBe(other.UserId);
        again.Text.ShouldBe(first.Text);
        (await app.Client(owner.Token).PostAsync("companies/current/invitations", body)).ShouldRefuse(
            HttpStatusCode.Conflict,
            "email_already_member"
        );
        (await app.SignInAsync(other.Email)).UserId.ShouldBe(other.UserId);
    }

    [Fact]
    public async Task A_change_for_another_version_is_refused()
    {
        await using var app = new KayseApp();
        var owner = await app.SignUpAsync();
        var path = $"companies/current/invitations/{await app.InviteAsync(owner, Journeys.NewEmail())}";
        var tag = (await app.Client(owner.Token).GetAsync(path)).Header("ETag").ShouldNotBeNull();

        (await PatchAsync(app, owner, path, tag)).ShouldBe(HttpStatusCode.OK).Header("ETag").ShouldNotBe(tag);
        (await PatchAsync(app, owner, path, tag)).ShouldRefuse(HttpStatusCode.PreconditionFailed, "version_conflict");
    }

    [Fact]
    public async Task Overrides_for_agents_come_and_go()
    {
        await using var app = new KayseApp();
        var owner = await app.SignUpAsync();
        var body = new
        {
            fullName = "Ben",
            email = Journeys.NewEmail(),
            role = "user",
            agentIds = new[] { "bot" },
            agentOverrides = new { bot = new { grant = new[] { "agents.edit" } } },
        };

        var made = (await app.Client(owner.Token).PostAsync("companies/current/invitations", body)).ShouldBe(HttpStatusCode.Created);

        made.Json["invitation"]!["agentOverrides"]!["bot"]!["grant"]![0]!.GetValue<string>().ShouldBe("agents.edit");
        var changed = await app.Client(owner.Token)
            .PatchAsync($"companies/current/invitations/{made.At("invitation.id")}", new { agentOverrides = (object?)null });
        changed.ShouldBe(HttpStatusCode.OK).Json["agentOverrides"]!.AsObject().Count.ShouldBe(0);
        (
            await app.Client(owner.Token)
                .PatchAsync($"companies/current/invitations/{made.At("invitation.id")}", new { agentOverrides = "all" })
        ).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
    }

    [Theory, InlineData("GET"), InlineData("HEAD")]
    public async Task Opening_the_link_changes_nothing(string method)
    {
        await using var app = new KayseApp();
        var owner = await app.SignUpAsync();
        var email = Journeys.NewEmail();
        var id = await app.InviteAsync(owner, email);
        var token = await app.MailedTokenAsync(email);
        var before = (await app.Client(owner.Token).GetAsync($"companies/current/invitations/{id}")).Header("ETag");

        for (var i = 0; i < 3; i++)
            (await app.Client().SendAsync(new HttpMethod(method), $"/invitations/accept?token={token}", null)).Status.ShouldBeOneOf(
                HttpStatusCode.OK,
                HttpStatusCode.MethodNotAllowed
            );

        (await app.Client(owner.Token).GetAsync($"companies/current/invitations/{id}")).Header("ETag").ShouldBe(before);
        (await app.AcceptAsync(email)).CompanyId.ShouldBe(owner.CompanyId);
    }

    private static Task<ApiAnswer> InviteAsync(KayseApp app, Person inviter, string email) =>
        app.Client(inviter.Token)
            .PostAsync(
                "companies/current/invitations",
                new
                {
                    fullName = "Ben",
                    email,
                    role = "user",
                }
            );

    private static Task<ApiAnswer> PatchAsync(KayseApp app, Person owner, string path, string tag) =>
        app.Client(owner.Token).SendAsync(HttpMethod.Patch, path, new { jobTitle = "Clerk" }, ("If-Match", tag));
}
