using System.Globalization;
using Kayse.Crash.Http;
using Kayse.Crash.Knowledge;

namespace Kayse.Crash.Team;

/// <summary>
/// An admin who does everything that can be done with a member, to one member, until the host is gone; and the member,
/// who looks each time whether it holds at once.
/// </summary>
internal sealed partial class TeamClient(
    int number,
    int seed,
    Company company,
    IReadOnlyDictionary<string, string> scopes,
    Journal journal
)
{
    private const string Permission = "crm.access";
    private readonly Random _random = new(HashCode.Combine(seed, number));
    private int _passwords;

    public Teammate Mate { get; private set; } = null!;

    /// <summary>Creates the member, who then chooses a password of their own.</summary>
    public async Task HireAsync(ApiClient api)
    {
        var email = string.Create(CultureInfo.InvariantCulture, $"mate{number}@team.example");
        var first = NextPassword();
        var created = await api.PostAsync(
            $"{company.Path}/members",
            company.Token,
            new
            {
                fullName = $"Mate {number}",
                email,
                role = "user",
                password = first,
            }
        );
        Mate = new Teammate(created.Text("userId"), email);
        Mate.HasPassword(first, created);
        await SignInAsync(api);
        await ChangePasswordAsync(api);
        if (Mate.Token is null || Mate.UserId.Length == 0)
            journal.Complain(email, $"{email} could not be created: {created}");
    }

    /// <summary>Gives commands until one of them, or a sign-in, gets no answer.</summary>
    public async Task RunAsync(ApiClient api, Action acknowledged)
    {
        while (Mate is { IsInDoubt: false, IsShutOut: false })
        {
            var answer = await ActAsync(api);
            if (answer.IsMissing)
                return;
            if (!answer.IsSuccess)
                journal.Complain(Mate.UserId, $"a command on {Mate.Email} was refused: {answer}");
            acknowledged();
            if (await TeamCheck.OfSessionAsync(api, Mate, scopes) is { } wrong)
                journal.Complain(Mate.UserId, wrong);
        }
    }

    /// <summary>
    /// After a start: finds out what became of the command that got no answer, and signs the member in again.
    /// </summary>
    public async Task ResumeAsync(ApiClient api)
    {
        if (Mate.Is.IsActive && (await api.GetAsync("session", Mate.Token)).Status != 200)
            await SignInAsync(api);
    }

    private Task<Answer> ActAsync(ApiClient api) =>
        (_random.Next(12), Mate.Is) switch
        {
            (_, { IsActive: false } inactive) => ChangeAsync(
                api,
                inactive with
                {
                    Status = "active",
                },
                "member.reactivated",
                HttpMethod.Post,
                "/reactivate"
            ),
            ( < 3, { Role: "user" } user) => ChangeAsync(
                api,
                user with
                {
                    Permission = user.Permission.Length == 0 ? Permission : "",
                },
                "member.permissions_changed"
            ),
            ( < 6, { Role: "user" } user) => ChangeAsync(api, user with { ScopeId = OtherScope(user.ScopeId) }, "member.scopes_changed"),
            (6, { Permission: "", ScopeId: "" } free) => ChangeAsync(
                api,
                free with
                {
                    Role = free.Role == "user" ? "admin" : "user",
                },
                "member.role_changed"
            ),
            (7, var active) => ChangeAsync(
                api,
                active with
                {
                    Status = "deactivated",
                },
                "member.deactivated",
                HttpMethod.Post,
                "/deactivate"
            ),
            (8, _) => ChangePasswordAsync(api),
            (9 or 10, _) => ToggleFactorAsync(api),
            _ => ToggleKeyAsync(api),
        };

    private async Task<Answer> ChangeAsync(ApiClient api, Standing next, string action, HttpMethod? method = null, string path = "")
    {
        var body = method is not null ? null : BodyOf(next, action);
        var answer = await SendAsync(
            api,
            new Call(method ?? HttpMethod.Patch, $"{company.Path}/members/{Mate.UserId}{path}", company.Token, body),
            $"{action} {next}"
        );
        if (!answer.IsMissing && !answer.IsSuccess)
            return answer;
        Mate.Becomes(next, action, answer);
        if (!next.IsActive)
            KeysDie(answer);
        if (answer.IsSuccess && action == "member.reactivated")
            await SignInAsync(api);
        return answer;
    }

    private static object BodyOf(Standing next, string action) =>
        action switch
        {
            "member.role_changed" => new { role = next.Role },
            "member.scopes_changed" => next.ScopeId.Length == 0 ? new { caseAccess = "all" } : new { scopeIds = new[] { next.ScopeId } },
            _ => new { permissions = next.Permission.Length == 0 ? Array.Empty<string>() : [next.Permission] },
        };

    private async Task<Answer> ChangePasswordAsync(ApiClient api)
    {
        var next = NextPassword();
        var answer = await SendAsync(
            api,
            new Call(HttpMethod.Post, "me/password", Mate.Token, new { currentPassword = Mate.Passwords[0], newPassword = next }),
            "change the password"
        );
        if (answer.IsMissing || answer.IsSuccess)
            Mate.HasPassword(next, answer);
        if (answer.IsSuccess)
            Mate.Token = answer.Text("session.token");
        return answer;
    }

    private async Task<Answer> ToggleKeyAsync(ApiClient api)
    {
        if (Mate.Keys.FirstOrDefault(key => key.Value).Key is not { } live)
        {
            var made = await SendAsync(
                api,
                new Call(HttpMethod.Post, "me/api-keys", Mate.Token, new { name = "a key", permissions = new[] { "read" } }),
                "make a key"
            );
            if (made.IsSuccess)
                Mate.Keys[made.Text("key")] = true;
            return made;
        }

        var revoked = await SendAsync(api, new Call(HttpMethod.Delete, $"me/api-keys/{live.Split('_')[1]}", Mate.Token), "revoke a key");
        if (revoked.IsSuccess)
            Mate.Keys[live] = false;
        else if (revoked.IsMissing)
            Mate.Keys.Remove(live);
        return revoked;
    }

    // They die with the membership. Of what a deactivation without an answer did to them nothing is known.
    private void KeysDie(Answer answer)
    {
        foreach (var key in Mate.Keys.Keys.ToList())
        {
            if (answer.IsSuccess)
                Mate.Keys[key] = false;
            else if (Mate.Keys[key])
                Mate.Keys.Remove(key);
        }
    }

    private async Task SignInAsync(ApiClient api)
    {
        var (answer, asked) = await MateSignIn.RunAsync(call => SendAsync(api, call, "sign in"), Mate, Mate.Passwords[0]);
        if (asked is { } wasAsked && wasAsked != Mate.Factor.IsOn)
            journal.Complain(Mate.UserId, $"{Mate.Email} was {(wasAsked ? "" : "not ")}asked for a code");
        if (!answer.IsSuccess && !answer.IsMissing)
            journal.Complain(Mate.UserId, $"{Mate.Email} could not sign in: {answer}");
        Mate.Token = answer.IsSuccess ? answer.Text("session.token") : null;
        await RenewCodesAsync(api);
    }

    private async Task<Answer> SendAsync(ApiClient api, Call call, string command)
    {
        var entry = journal.Begin(number, Mate.UserId, command);
        return entry.Answer = await api.SendAsync(call);
    }

    private string OtherScope(string scopeId) =>
        new[] { "" }.Concat(scopes.Keys).Where(id => id != scopeId).ElementAt(_random.Next(scopes.Count));

    private string NextPassword() => string.Create(CultureInfo.InvariantCulture, $"correct horse {number} battery {++_passwords}!");
}
