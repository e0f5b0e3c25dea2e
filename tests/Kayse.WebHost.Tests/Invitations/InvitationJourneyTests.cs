using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Invitations;

/// <summary>From the invitation to the session, over HTTP and a real mail.</summary>
public sealed class InvitationJourneyTests(SharedApp shared) : AppTests(shared)
{
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Theory]
    [InlineData("user")]
    [InlineData("admin")]
    [InlineData("super_admin")]
    public async Task Who_accepts_is_signed_in_with_what_the_invitation_gave(string role)
    {
        var email = Journeys.NewEmail();
        await App.InviteAsync(_owner, email, role);
        var joined = await App.AcceptAsync(email);

        joined.CompanyId.ShouldBe(_owner.CompanyId);
        var session = await App.Client(joined.Token).GetAsync("session");
        session.At("role").ShouldBe(role);
        session.At("user.fullName").ShouldBe("Ben Ito");
        (await App.SignInAsync(email)).UserId.ShouldBe(joined.UserId);
        (await App.Client(_owner.Token).GetAsync("companies/current/invitations?status=accepted")).Json["total"]!
            .GetValue<int>()
            .ShouldBe(1);
    }

    [Fact]
    public async Task Who_accepts_may_correct_name_and_number()
    {
        var token = await InvitedAsync(Journeys.NewEmail());
        var answer = await App.Client()
            .PostAsync(
                "invitations/accept",
                new
                {
                    token,
                    password = Person.Password,
                    fullName = "Benjamin Ito",
                    phoneNumber = "020 7946 0018",
                    phoneCountry = "GB",
                }
            );

        answer.ShouldBe(HttpStatusCode.OK).At("user.fullName").ShouldBe("Benjamin Ito");
        answer.At("user.phoneNumber").ShouldBe("+442079460018");
    }

    [Fact]
    public async Task A_new_person_needs_a_good_password()
    {
        var token = await InvitedAsync(Journeys.NewEmail());

        (await AcceptAsync(token)).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
            ["password"]
            .ShouldNotBeNull();
        (await AcceptAsync(token, "weak")).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "password_too_weak").Json["errors"]!
            ["password"]
            .ShouldNotBeNull();
        (await AcceptAsync(token, Person.Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_account_joins_with_its_password()
    {
        var other = await UserElsewhereAsync();
        var token = await InvitedAsync(other.Email);
        (await App.Client().PostAsync("invitations/lookup", new { token })).Json["accountExists"]!.GetValue<bool>().ShouldBeTrue();

        (await AcceptAsync(token)).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
        (await AcceptAsync(token, "a wrong passphrase")).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
        var accepted = await AcceptAsync(token, Person.Password);

        accepted.ShouldBe(HttpStatusCode.OK).At("user.id").ShouldBe(other.UserId);
        accepted.At("activeCompanyId").ShouldBe(_owner.CompanyId);
        accepted.Json["companies"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_account_joins_with_its_session_and_nobody_elses()
    {
        var other = await UserElsewhereAsync();
        var token = await InvitedAsync(other.Email);

        (await AcceptAsync(token, null, _owner.Token)).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
        (await AcceptAsync(token, null, other.Token)).ShouldBe(HttpStatusCode.OK).At("user.id").ShouldBe(other.UserId);
        (await AcceptAsync(token, null, other.Token)).ShouldRefuse(HttpStatusCode.Gone, "invitation_used");
    }

    [Fact]
    public async Task A_cookie_from_another_site_is_no_proof()
    {
        var other = await UserElsewhereAsync();
        var token = await InvitedAsync(other.Email);
        var cookie = ("Cookie", $"kayse_session={other.Token}");

        (await App.Client().PostAsync("invitations/accept", new { token }, cookie, ("Sec-Fetch-Site", "cross-site"))).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "invalid_credentials"
        );
        (await App.Client().PostAsync("invitations/accept", new { token }, cookie, ("Sec-Fetch-Site", "same-origin")))
            .ShouldBe(HttpStatusCode.OK)
            .Header("Set-Cookie")
            .ShouldNotBeNull();
    }

    [Fact]
    public async Task Every_ending_has_its_answer()
    {
        var (expired, revoked, declined, old) = (Journeys.NewEmail(), Journeys.NewEmail(), Journeys.NewEmail(), Journeys.NewEmail());
        var (expiredToken, revokedToken, declinedToken, oldToken) = (await InvitedAsync(expired), "", "", "");
        var client = App.Client(_owner.Token);

        var revokedId = await App.InviteAsync(_owner, revoked);
        revokedToken = await App.MailedTokenAsync(revoked);
        (await client.DeleteAsync($"companies/current/invitations/{revokedId}")).ShouldBe(HttpStatusCode.NoContent);
        (await client.DeleteAsync($"companies/current/invitations/{revokedId}")).ShouldBe(HttpStatusCode.NoContent);
        await ShouldRefuseAsync(revokedToken, HttpStatusCode.Gone, "invitation_revoked");

        declinedToken = await InvitedAsync(declined);
        (await App.Client().PostAsync("invitations/decline", new { token = declinedToken })).ShouldBe(HttpStatusCode.NoContent);
        await ShouldRefuseAsync(declinedToken, HttpStatusCode.Gone, "invitation_used");

        var oldId = await App.InviteAsync(_owner, old);
        oldToken = await App.MailedTokenAsync(old);
        (await client.PostAsync($"companies/current/invitations/{oldId}/resend")).ShouldBe(HttpStatusCode.OK);
        await ShouldRefuseAsync(oldToken, HttpStatusCode.NotFound, "not_found");
        var newToken = await App.MailedTokenAsync(old, otherThan: oldToken);
        (await App.Client().PostAsync("invitations/lookup", new { token = newToken })).ShouldBe(HttpStatusCode.OK);

        App.Clock.Advance(TimeSpan.FromHours(24));
        await ShouldRefuseAsync(expiredToken, HttpStatusCode.Gone, "invitation_expired");
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing()
    {
        var token = await InvitedAsync(Journeys.NewEmail());
        for (var i = 0; i < 3; i++)
        {
            (await App.Client().GetAsync("/invitations/accept")).ShouldBe(HttpStatusCode.OK);
            (await App.Client().PostAsync("invitations/lookup", new { token })).ShouldBe(HttpStatusCode.OK);
        }

        (await AcceptAsync(token, Person.Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_50_acceptances_at_once_one_wins()
    {
        var token = await InvitedAsync(Journeys.NewEmail());
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AcceptAsync(token, Person.Password)));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        foreach (var loser in answers.Where(answer => answer.Status != HttpStatusCode.OK))
            loser.ShouldRefuse(HttpStatusCode.Gone, "invitation_used");
        (await App.Client(_owner.Token).GetAsync("companies/current/members")).Json["total"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task A_patch_changes_what_it_names()
    {
        var email = Journeys.NewEmail();
        var created = await App.Client(_owner.Token)
            .PostAsync(
                "companies/current/invitations",
                new
                {
                    fullName = "Ben Ito",
                    email,
                    role = "user",
                    jobTitle = "Paralegal",
                    phoneNumber = "+12025550147",
                    permissions = new[] { "members.read" },
                }
            );
        var path = $"companies/current/invitations/{created.ShouldBe(HttpStatusCode.Created).At("invitation.id")}";
        var client = App.Client(_owner.Token);

        var renamed = (await client.PatchAsync(path, """{"fullName": "Benjamin Ito"}""")).ShouldBe(HttpStatusCode.OK);
        renamed.At("fullName").ShouldBe("Benjamin Ito");
        renamed.At("jobTitle").ShouldBe("Paralegal");
        renamed.At("phoneNumber").ShouldBe("+12025550147");
        var cleared = (await client.PatchAsync(path, """{"jobTitle": null, "phoneNumber": null, "permissions": null}""")).ShouldBe(
            HttpStatusCode.OK
        );
        cleared.Json["jobTitle"].ShouldBeNull();
        cleared.Json["phoneNumber"].ShouldBeNull();
        cleared.Json["permissions"]!.AsArray().ShouldBeEmpty();
        cleared.At("fullName").ShouldBe("Benjamin Ito");
        (await client.PatchAsync(path, "{}")).ShouldBe(HttpStatusCode.OK).At("fullName").ShouldBe("Benjamin Ito");
        (await client.PatchAsync(path, """{"fullName": null, "role": null}"""))
            .ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed")
            .Json["errors"]!
            .AsObject()
            .Select(error => error.Key)
            .ShouldBe(["fullName", "role"]);
    }

    [Fact]
    public async Task A_changed_address_is_a_resend_to_it()
    {
        var (old, changed) = (Journeys.NewEmail(), Journeys.NewEmail());
        var id = await App.InviteAsync(_owner, old);
        var oldToken = await App.MailedTokenAsync(old);
        (await App.Client(_owner.Token).PatchAsync($"companies/current/invitations/{id}", new { email = changed })).ShouldBe(
            HttpStatusCode.OK
        );

        await ShouldRefuseAsync(oldToken, HttpStatusCode.NotFound, "not_found");
        (await App.AcceptAsync(changed)).Email.ShouldBe(changed);
    }

    [Fact]
    public async Task Addresses_and_numbers_are_invited_once()
    {
        var email = Journeys.NewEmail();
        var client = App.Client(_owner.Token);
        (
            await client.PostAsync(
                "companies/current/invitations",
                new
                {
                    fullName = "Ben",
                    email,
                    role = "user",
                    phoneNumber = "+12025550150",
                }
            )
        ).ShouldBe(HttpStatusCode.Created);

        (
            await client.PostAsync(
                "companies/current/invitations",
                new
                {
                    fullName = "Ben",
                    email = email.ToUpperInvariant(),
                    role = "user",
                }
            )
        ).ShouldRefuse(HttpStatusCode.Conflict, "email_already_invited");
        (
            await client.PostAsync(
                "companies/current/invitations",
                new
                {
                    fullName = "Ben",
                    email = _owner.Email,
                    role = "user",
                }
            )
        ).ShouldRefuse(HttpStatusCode.Conflict, "email_already_member");
        (
            await client.PostAsync(
                "companies/current/invitations",
                new
                {
                    fullName = "Cy",
                    email = Journeys.NewEmail(),
                    role = "user",
                    phoneNumber = "(202) 555-0150",
                    phoneCountry = "US",
                }
            )
        ).ShouldRefuse(HttpStatusCode.Conflict, "phone_already_invited");
    }

    [Fact]
    public async Task Nobody_invites_above_themselves()
    {
        var admin = await App.JoinAsync(_owner, "admin");
        var answer = await App.Client(admin.Token)
            .PostAsync(
                "companies/current/invitations",
                new
                {
                    fullName = "Ben",
                    email = Journeys.NewEmail(),
                    role = "super_admin",
                }
            );

        answer.ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Lists_are_paged_without_gap_or_overlap()
    {
        var ids = new List<string>();
        for (var i = 0; i < 7; i++)
            ids.Add(await App.InviteAsync(_owner, Journeys.NewEmail()));
        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = (await App.Client(_owner.Token).GetAsync($"companies/current/invitations?limit=3{cursor}")).ShouldBe(
                HttpStatusCode.OK
            );
            page.Json["total"]!.GetValue<int>().ShouldBe(7);
            seen.AddRange(page.Json["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
            cursor = page.Json["nextCursor"] is { } next ? $"&cursor={Uri.EscapeDataString(next.GetValue<string>())}" : null;
        } while (cursor is not null);

        seen.ShouldBe(ids, ignoreOrder: true);
        (await App.Client(_owner.Token).GetAsync("companies/current/invitations?cursor=.")).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
    }

    // An admin would be added at once.
    private async Task<Person> UserElsewhereAsync() => await App.JoinAsync(await App.SignUpAsync(company: "Other Firm"));

    private async Task<string> InvitedAsync(string email)
    {
        var earlier = App.Mails(email).Count == 0 ? null : await App.MailedTokenAsync(email);
        await App.InviteAsync(_owner, email);
        return await App.MailedTokenAsync(email, otherThan: earlier);
    }

    private Task<ApiAnswer> AcceptAsync(string token, string? password = null, string? session = null) =>
        App.Client(session).PostAsync("invitations/accept", new { token, password });

    private async Task ShouldRefuseAsync(string token, HttpStatusCode status, string code)
    {
        (await App.Client().PostAsync("invitations/lookup", new { token })).ShouldRefuse(status, code);
        (await AcceptAsync(token, Person.Password)).ShouldRefuse(status, code);
        (await App.Client().PostAsync("invitations/decline", new { token })).ShouldRefuse(status, code);
    }
}
