using System.Globalization;
using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.SignIn;

/// <summary>Guessing passwords: it slows down, then ends for a while, and tells nothing (US-6).</summary>
public sealed class SignInGuardTests(SharedApp shared) : AppTests(shared)
{
    private static readonly TimeSpan _lock = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task From_the_fourth_failure_on_each_delays_the_next_try_longer()
    {
        var person = await App.SignUpAsync();
        for (var i = 0; i < 4; i++)
            (await TryAsync(person.Email)).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");

        foreach (var seconds in new[] { 1, 2, 4, 8, 16 })
        {
            var early = await TryAsync(person.Email, Person.Password);
            early
                .ShouldRefuse(HttpStatusCode.TooManyRequests, "rate_limited")
                .Header("Retry-After")
                .ShouldBe(seconds.ToString(CultureInfo.InvariantCulture));
            App.Clock.Advance(TimeSpan.FromSeconds(seconds));
            (await TryAsync(person.Email)).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
        }
    }

    [Fact]
    public async Task The_tenth_failure_locks_for_15_minutes_even_with_the_right_password()
    {
        var person = await App.SignUpAsync();
        await LockAsync(person.Email);

        var locked = await TryAsync(person.Email, Person.Password);
        locked.ShouldRefuse(HttpStatusCode.Locked, "account_locked").Header("Retry-After").ShouldBe("900");
        App.Clock.Advance(_lock - TimeSpan.FromSeconds(1));
        (await TryAsync(person.Email, Person.Password))
            .ShouldRefuse(HttpStatusCode.Locked, "account_locked")
            .Header("Retry-After")
            .ShouldBe("1");
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        (await TryAsync(person.Email, Person.Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_failure_after_the_lock_delays_the_next_try_but_does_not_lock_again()
    {
        var person = await App.SignUpAsync();
        await LockAsync(person.Email);
        App.Clock.Advance(_lock);

        (await TryAsync(person.Email)).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
        (await TryAsync(person.Email, Person.Password))
            .ShouldRefuse(HttpStatusCode.TooManyRequests, "rate_limited")
            .Header("Retry-After")
            .ShouldBe("4");
        App.Clock.Advance(TimeSpan.FromSeconds(4));
        (await TryAsync(person.Email, Person.Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_signed_in_owner_does_everything_as_ever_while_strangers_lock_their_address_and_network()
    {
        var app = App;
        var owner = await app.SignUpAsync();
        await LockAsync(owner.Email);
        var client = app.Client(owner.Token);

        (await client.PostAsync("auth/step-up", new { password = "wrong" })).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "invalid_credentials"
        );
        var token = (await client.PostAsync("auth/step-up", new { password = Person.Password }))
            .ShouldBe(HttpStatusCode.OK)
            .At("session.token");
        (await app.Client(token).PostAsync("me/email", new { newEmail = Journeys.NewEmail(), password = Person.Password })).ShouldBe(
            HttpStatusCode.Accepted
        );
        (
            await app.Client(token)
                .PostAsync("me/password", new { currentPassword = Person.Password, newPassword = "a plum tram for the otter" })
        ).ShouldBe(HttpStatusCode.OK);
        (await TryAsync(owner.Email, "a plum tram for the otter")).ShouldRefuse(HttpStatusCode.Locked, "account_locked");
    }

    [Fact]
    public async Task Failures_are_forgotten_by_signing_in_and_after_an_hour_without_one()
    {
        var person = await App.SignUpAsync();
        for (var round = 0; round < 5; round++)
        {
            for (var i = 0; i < 3; i++)
                (await TryAsync(person.Email)).ShouldBe(HttpStatusCode.Unauthorized);
            if (round % 2 == 0)
                (await TryAsync(person.Email, Person.Password)).ShouldBe(HttpStatusCode.OK);
            else
                App.Clock.Advance(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public async Task The_answers_are_the_same_for_an_address_that_nobody_has_all_the_way_to_the_lock_and_after_it()
    {
        var known = await App.SignUpAsync();
        var deactivated = await DeactivatedAsync(known);
        var sequences = new List<string>();
        foreach (
            var (email, password) in new[]
            {
                (known.Email, "wrong"),
                ("nobody@firm.example", "wrong"),
                ("no address", "wrong"),
                (deactivated, "wrong"),
                (deactivated, Person.Password),
            }
        )
            sequences.Add(await SequenceAsync(email, password));

        sequences[0].ShouldContain("account_locked");
        sequences.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Fifty_guesses_at_once_get_no_more_tries_than_fifty_in_a_row()
    {
        var person = await App.SignUpAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => TryAsync(person.Email))));

        answers.Count(answer => answer.Status == HttpStatusCode.Unauthorized).ShouldBe(4);
        answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests).ShouldBe(46);
    }

    [Fact]
    public async Task One_person_may_sign_in_many_times_at_once()
    {
        var person = await App.SignUpAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => TryAsync(person.Email, Person.Password))));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_sign_up_and_invitations_take_a_password_for_counts_too()
    {
        var (one, other) = (await App.SignUpAsync(), await App.SignUpAsync());
        var person = await App.JoinAsync(one);
        var joined = await App.MailedTokenAsync(person.Email);
        await App.InviteAsync(other, person.Email);
        var token = await App.MailedTokenAsync(person.Email, otherThan: joined);
        for (var i = 0; i < 2; i++)
        {
            (await App.Client().PostAsync("invitations/accept", new { token, password = "wrong" })).ShouldRefuse(
                HttpStatusCode.Unauthorized,
                "invalid_credentials"
            );
            (
                await App.Client()
                    .PostAsync(
                        "companies",
                        new
                        {
                            companyName = "Firm",
                            fullName = "Ada",
                            email = person.Email,
                            password = "some other passphrase",
                        }
                    )
            ).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
        }

        (await TryAsync(person.Email, Person.Password)).ShouldRefuse(HttpStatusCode.TooManyRequests, "rate_limited");
    }

    [Fact]
    public async Task Guesses_within_a_session_count_for_that_session_alone()
    {
        var person = await App.SignUpAsync();
        var guess = new { currentPassword = "wrong", newPassword = "a plum tram for the otter" };
        for (var i = 0; i < 4; i++)
            (await App.Client(person.Token).PostAsync("me/password", guess)).ShouldRefuse(
                HttpStatusCode.Unauthorized,
                "invalid_credentials"
            );

        (await App.Client(person.Token).PostAsync("me/password", guess)).ShouldRefuse(HttpStatusCode.TooManyRequests, "rate_limited");
        (await App.Client(person.Token).PostAsync("auth/step-up", new { password = Person.Password })).ShouldRefuse(
            HttpStatusCode.TooManyRequests,
            "rate_limited"
        );
        var other = (await TryAsync(person.Email, Person.Password)).ShouldBe(HttpStatusCode.OK).At("session.token");
        (await App.Client(other).PostAsync("auth/step-up", new { password = Person.Password })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_stranger_locks_nobody_out_who_reads_their_mail()
    {
        var person = await App.SignUpAsync();
        await LockAsync(person.Email);
        (await App.Client().PostAsync("auth/forgot-password", new { email = person.Email })).ShouldBe(HttpStatusCode.Accepted);
        var token = await App.MailedTokenAsync(person.Email, "Reset your Kayse password", otherThan: null);

        (await App.Client().PostAsync("auth/reset-password", new { token, newPassword = "a plum tram for the otter" })).ShouldBe(
            HttpStatusCode.NoContent
        );

        (await TryAsync(person.Email, "a plum tram for the otter")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_lock_is_told_by_mail_and_is_in_the_sign_in_history()
    {
        var person = await App.SignUpAsync();
        await LockAsync(person.Email);
        await TryAsync(person.Email, Person.Password);

        await App.MailAsync(person.Email, "Your Kayse account is temporarily locked");
        // Nobody waits for the history to be told.
        var history = "";
        for (var i = 0; i < 500 && !history.Contains("\"locked\"", StringComparison.Ordinal); i++)
        {
            await Task.Delay(10);
            history = (await App.Client(person.Token).GetAsync("companies/current/sign-in-history")).Text;
        }

        history.ShouldContain("\"reason\":\"locked\"");
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.8")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1")]
    public async Task Many_failures_from_one_address_lock_it_out_whosever_passwords_they_were_for(string from, string elsewhere)
    {
        await using var app = new KayseApp(("Kayse:SignInGuard:Ip:FreeFailures", "3"), ("Kayse:SignInGuard:Ip:LockAfter", "4"));
        var person = await app.SignUpAsync();
        for (var i = 0; i < 4; i++)
            (await TryAsync(app, Journeys.NewEmail(), "wrong", from)).ShouldBe(HttpStatusCode.Unauthorized);

        (await TryAsync(app, person.Email, Person.Password, from))
            .ShouldRefuse(HttpStatusCode.TooManyRequests, "rate_limited")
            .Header("Retry-After")
            .ShouldBe("900");
        (await TryAsync(app, person.Email, Person.Password, elsewhere)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("203.0.113.{0}", "203.0.114.1")]
    [InlineData("2001:db8:1:{0}::1", "2001:db8:2:1::1")]
    public async Task Many_failures_from_one_network_lock_it_out(string from, string elsewhere)
    {
        await using var app = new KayseApp(("Kayse:SignInGuard:Network:FreeFailures", "3"), ("Kayse:SignInGuard:Network:LockAfter", "4"));
        var person = await app.SignUpAsync();
        for (var i = 0; i < 4; i++)
            (await TryAsync(app, Journeys.NewEmail(), "wrong", string.Format(CultureInfo.InvariantCulture, from, i))).ShouldBe(
                HttpStatusCode.Unauthorized
            );

        (await TryAsync(app, person.Email, Person.Password, string.Format(CultureInfo.InvariantCulture, from, 9))).ShouldRefuse(
            HttpStatusCode.TooManyRequests,
            "rate_limited"
        );
        (await TryAsync(app, person.Email, Person.Password, elsewhere)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_in_does_not_clear_the_failures_of_a_network()
    {
        await using var app = new KayseApp(("Kayse:SignInGuard:Ip:FreeFailures", "3"), ("Kayse:SignInGuard:Ip:LockAfter", "4"));
        var guesser = await app.SignUpAsync();
        for (var i = 0; i < 4; i++)
        {
            (await TryAsync(app, guesser.Email, Person.Password, "203.0.113.7")).ShouldBe(HttpStatusCode.OK);
            (await TryAsync(app, Journeys.NewEmail(), "wrong", "203.0.113.7")).ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await TryAsync(app, guesser.Email, Person.Password, "203.0.113.7")).ShouldBe(HttpStatusCode.TooManyRequests);
        app.Clock.Advance(TimeSpan.FromHours(1));
        (await TryAsync(app, guesser.Email, Person.Password, "203.0.113.7")).ShouldBe(HttpStatusCode.OK);
    }

    private Task<ApiAnswer> TryAsync(string email, string password = "wrong") => TryAsync(App, email, password);

    private static Task<ApiAnswer> TryAsync(KayseApp app, string email, string password, string? from = null) =>
        app.Client().PostAsync("auth/sign-in", new { email, password }, from is null ? [] : [(KayseApp.RemoteAddressHeader, from)]);

    private async Task LockAsync(string email)
    {
        for (var i = 0; i < 10; i++)
        {
            (await TryAsync(email)).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
            App.Clock.Advance(TimeSpan.FromSeconds(i < 9 ? 32 : 0));
        }
    }

    // All that answers say but their traces, from the first failure to the first after the lock.
    private async Task<string> SequenceAsync(string email, string password)
    {
        var answers = new List<string>();
        for (var i = 0; i < 25; i++)
        {
            var answer = await TryAsync(email, password);
            answer.Json.Remove("traceId");
            answers.Add($"{answer.Status} {answer.Header("Retry-After")} {answer.Json.ToJsonString()}");
            if (answer.Header("Retry-After") is { } seconds && i % 2 == 0)
                App.Clock.Advance(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
        }

        App.Clock.Advance(TimeSpan.FromHours(2));
        return string.Join('\n', answers);
    }

    private async Task<string> DeactivatedAsync(Person admin)
    {
        var person = await App.JoinAsync(admin);
        (await App.Client(admin.Token).PostAsync($"companies/current/members/{person.UserId}/deactivate")).ShouldBe(
            HttpStatusCode.NoContent
        );
        return person.Email;
    }
}
