using System.Net;
using System.Text.Json.Nodes;
using Kayse.Grains.Passwords;
using Kayse.Grains.Users;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Tests.Passwords;

/// <summary>Changing a password that one knows (US-2).</summary>
public sealed class PasswordTests(SharedApp shared) : AppTests(shared)
{
    private const string NewPassword = "a plum tram for the otter";
    private Person _person = null!;

    public override async Task InitializeAsync() => _person = await App.SignUpAsync();

    [Fact]
    public async Task The_new_password_signs_in_and_the_old_one_does_not()
    {
        await ChangeAsync(_person.Token, Person.Password, NewPassword);

        (await TrySignInAsync(Person.Password)).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
        (await TrySignInAsync(NewPassword)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_session_goes_on_with_another_token_and_all_others_end()
    {
        var other = await App.SignInAsync(_person.Email);

        var session = (await ChangeAsync(_person.Token, Person.Password, NewPassword)).Json["session"]!.AsObject();

        session.Select(member => member.Key).ShouldBe(["id", "token", "expiresAt", "idleTimeoutSeconds"]);
        session["id"]!.GetValue<string>().ShouldBe(_person.SessionId);
        session["idleTimeoutSeconds"]!.GetValue<int>().ShouldBe(1800);
        (await App.Client(session["token"]!.GetValue<string>()).GetAsync("session"))
            .ShouldBe(HttpStatusCode.OK)
            .At("id")
            .ShouldBe(_person.SessionId);
        (await App.Client(_person.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "unauthenticated");
        (await App.Client(other.Token).GetAsync("session"))
            .ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended")
            .At("reason")
            .ShouldBe("password_changed");
    }

    [Fact]
    public async Task A_session_does_not_last_longer_for_it()
    {
        var remembered = await App.SignInAsync(_person.Email, rememberMe: true);
        App.Clock.Advance(TimeSpan.FromDays(5));
        var token = (await ChangeAsync(remembered.Token, Person.Password, NewPassword)).At("session.token");

        // Used every few days, it ends 30 days after it began.
        for (var day = 10; day < 30; day += 5)
        {
            App.Clock.Advance(TimeSpan.FromDays(5));
            (await App.Client(token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
        }

        App.Clock.Advance(TimeSpan.FromDays(5));
        (await App.Client(token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
    }

    [Fact]
    public async Task A_browser_gets_its_cookie_anew()
    {
        var cookie = ("Cookie", $"kayse_session={_person.Token}");
        var answer = await App.Client()
            .PostAsync(
                "me/password",
                new { currentPassword = Person.Password, newPassword = NewPassword },
                cookie,
                ("Sec-Fetch-Site", "same-origin")
            );

        answer
            .ShouldBe(HttpStatusCode.OK)
            .Header("Set-Cookie")
            .ShouldNotBeNull()
            .ShouldStartWith($"kayse_session={answer.At("session.token")};");
        (await ChangeAsync(answer.At("session.token"), NewPassword, "an otter for the plum tram")).Header("Set-Cookie").ShouldBeNull();
    }

    [Fact]
    public async Task A_wrong_current_password_changes_nothing()
    {
        (await TryChangeAsync(_person.Token, "some other passphrase", NewPassword)).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "invalid_credentials"
        );
        (await TryChangeAsync(_person.Token, "", "weak")).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");

        (await App.Client(_person.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
        (await TrySignInAsync(Person.Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_weak_password_is_refused_with_every_rule_that_it_breaks()
    {
        var answer = await TryChangeAsync(_person.Token, Person.Password, "vale");

        answer.ShouldRefuse(HttpStatusCode.UnprocessableEntity, "password_too_weak");
        Messages(answer)
            .ShouldBe([
                "Use at least 8 characters with letters, numbers and symbols, or at least 15 characters of any kind.",
                "Leave out \"Vale\", which is part of your name or of your company's.",
            ]);
        (await App.Client(_person.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_last_5_passwords_are_refused_and_the_one_before_is_not()
    {
        var (token, current) = (_person.Token, Person.Password);
        for (var i = 1; i <= 4; i++)
        {
            token = (await ChangeAsync(token, current, $"{NewPassword} {i}")).At("session.token");
            current = $"{NewPassword} {i}";
        }

        foreach (var used in new[] { Person.Password, $"{NewPassword} 1", $"{NewPassword} 4" })
            Messages((await TryChangeAsync(token, current, used)).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "password_reused"))
                .ShouldHaveSingleItem();
        token = (await ChangeAsync(token, current, $"{NewPassword} 5")).At("session.token");
        await ChangeAsync(token, $"{NewPassword} 5", Person.Password);
    }

    [Fact]
    public async Task The_person_is_told_by_mail()
    {
        await ChangeAsync(_person.Token, Person.Password, NewPassword);

        var mail = await App.MailAsync(_person.Email, "Your Kayse password was changed");
        mail.ShouldContain(_person.Email);
        mail.ShouldNotContain(NewPassword);
    }

    [Fact]
    public async Task Of_simultaneous_changes_one_wins_and_its_password_is_the_one_that_counts()
    {
        var sessions = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => App.SignInAsync(_person.Email)));
        var answers = await Task.WhenAll(
            sessions.Select(
                (session, number) => Task.Run(() => TryChangeAsync(session.Token, Person.Password, $"{NewPassword} {number}"))
            )
        );

        var winner = Array.FindIndex(answers, answer => answer.Status == HttpStatusCode.OK);
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        foreach (var loser in answers.Where(answer => answer.Status != HttpStatusCode.OK))
            loser.Code.ShouldBeOneOf("invalid_credentials", "session_ended");
        (await TrySignInAsync($"{NewPassword} {winner}")).ShouldBe(HttpStatusCode.OK);
        foreach (var session in sessions.Where((_, number) => number != winner))
            (await App.Client(session.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
    }

    [Fact]
    public async Task Nobody_signs_in_with_the_old_password_while_it_is_being_changed()
    {
        using var changed = new CancellationTokenSource();
        var signingIn = Enumerable.Range(0, 8).Select(_ => Task.Run(SignInUntilChangedAsync)).ToList();
        await ChangeAsync(_person.Token, Person.Password, NewPassword);
        await changed.CancelAsync();

        foreach (var token in (await Task.WhenAll(signingIn)).SelectMany(tokens => tokens))
            (await App.Client(token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");

        async Task<List<string>> SignInUntilChangedAsync()
        {
            var tokens = new List<string>();
            while (!changed.IsCancellationRequested && await TrySignInAsync(Person.Password) is { Status: HttpStatusCode.OK } answer)
                tokens.Add(answer.At("session.token"));
            return tokens;
        }
    }

    [Fact]
    public async Task A_hash_of_a_lower_cost_is_replaced_at_sign_in_and_only_then()
    {
        var user = App.Services.GetRequiredService<IGrainFactory>().GetGrain<ICredentialsGrain>(_person.UserId);
        using var cheaper = new PasswordHashing(Options.Create(new PasswordOptions { Iterations = 500 }), TimeProvider.System);
        var cheap = await cheaper.RehashAsync(Person.Password, HashingCaller.Of(null), default);
        await user.RehashPasswordAsync(1, cheap);

        (await TrySignInAsync("a wrong guess")).ShouldBe(HttpStatusCode.Unauthorized);
        (await user.GetCredentialAsync()).ShouldBe(new UserCredential(cheap, 1));
        (await TrySignInAsync(Person.Password)).ShouldBe(HttpStatusCode.OK);
        var dear = await user.GetCredentialAsync();
        dear!.PasswordHash.ShouldNotBe(cheap);
        (await TrySignInAsync(Person.Password)).ShouldBe(HttpStatusCode.OK);

        (await user.GetCredentialAsync()).ShouldBe(dear with { Version = 1 });
        (await App.Client(_person.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
    }

    private static IEnumerable<string> Messages(ApiAnswer answer) =>
        answer.Json["errors"]!
            .AsObject()
            .ShouldHaveSingleItem()
            .Value.ShouldBeOfType<JsonArray>()
            .Select(message => message!.GetValue<string>());

    private Task<ApiAnswer> TrySignInAsync(string password) =>
        App.Client().PostAsync("auth/sign-in", new { email = _person.Email, password });

    private async Task<ApiAnswer> ChangeAsync(string token, string currentPassword, string newPassword) =>
        (await TryChangeAsync(token, currentPassword, newPassword)).ShouldBe(HttpStatusCode.OK);

    private Task<ApiAnswer> TryChangeAsync(string token, string currentPassword, string newPassword) =>
        App.Client(token).PostAsync("me/password", new { currentPassword, newPassword });
}
