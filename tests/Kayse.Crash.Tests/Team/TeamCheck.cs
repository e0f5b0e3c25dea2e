using System.Globalization;
using System.Text.Json;
using Kayse.Crash.Checks;
using Kayse.Crash.Http;
using Kayse.Crash.Knowledge;

namespace Kayse.Crash.Team;

/// <summary>
/// Whether members are what acknowledged commands have made of them, everywhere: in the roster, in their sessions, for
/// their keys, in the audit log.
/// </summary>
internal sealed class TeamCheck(Company company, IReadOnlyDictionary<string, string> scopes, Journal journal, Patience patience)
{
    /// <summary>Settles what is in doubt, and complains of what is wrong.</summary>
    public async Task RunAsync(ApiClient api, Teammate mate)
    {
        await SettleStandingAsync(api, mate);
        if (mate.May.Count > 1)
            return;
        if (await patience.UntilRightAsync(() => SettleSignInAsync(api, mate)) is { } wrongSignIn)
            journal.Complain(mate.UserId, wrongSignIn);
        if (await patience.UntilRightAsync(() => OfSessionAsync(api, mate, scopes)) is { } wrong)
            journal.Complain(mate.UserId, wrong);
        foreach (var (key, isLive) in mate.Keys)
        {
            var answer = await api.GetAsync("session", key);
            if (answer.Status != (isLive ? 200 : 401))
                journal.Complain(
                    mate.UserId,
                    $"the API key {key.Split('_')[1]} of {mate.Email} must open "
                        + $"{(isLive ? "a session" : "nothing")} and is answered {answer}"
                );
        }

        await CheckAuditAsync(api, mate);
    }

    /// <summary>Whether the member's session sees what they are; null when it does.</summary>
    public static async Task<string?> OfSessionAsync(ApiClient api, Teammate mate, IReadOnlyDictionary<string, string> scopes)
    {
        if (mate.Token is null || mate.IsInDoubt)
            return null;
        var answer = await api.GetAsync("session", mate.Token);
        if (answer.IsMissing)
            return null;
        if (!mate.Is.IsActive)
            return answer.Code == "session_ended" ? null : $"{mate.Email} is deactivated, and their session is answered {answer}";
        if (answer.Status != 200)
            return answer.Code == "session_ended" ? null : $"{mate.Email} is active, and their session is answered {answer}";
        var caseTypes = mate.Is.ScopeId.Length == 0 ? "" : JsonSerializer.Serialize(new[] { scopes[mate.Is.ScopeId] });
        var isRight =
            answer.Text("role") == mate.Is.Role
            && answer.Text("caseTypes") == caseTypes
            && (
                mate.Is.Role != "user"
                || answer.Text("permissions") == (mate.Is.Permission.Length == 0 ? "[]" : $"[\"{mate.Is.Permission}\"]")
            );
        return isRight ? null : $"{mate.Email} is {mate.Is}, and their session says {answer.Body}";
    }

    private async Task SettleStandingAsync(ApiClient api, Teammate mate)
    {
        var member = await api.GetAsync($"{company.Path}/members/{mate.UserId}", company.Token);
        var role = member.Text("role");
        var found = new Standing(
            role,
            member.Text("status"),
            role == "user" ? First(member, "permissions") : "",
            First(member, "scopeIds")
        );
        if (mate.May.Contains(found))
            mate.Settle(found);
        else
            journal.Complain(mate.UserId, $"{mate.Email} is {found} ({member}); must be {string.Join(" or ", mate.May)}");
    }

    private static async Task<string?> SettleSignInAsync(ApiClient api, Teammate mate)
    {
        if (!mate.Is.IsActive)
            return null;
        foreach (var password in mate.Passwords)
        {
            var (answer, asked) = await MateSignIn.RunAsync(api.SendAsync, mate, password);
            if (asked is { } wasAsked)
                return await SettleAsync(api, mate, password, answer, wasAsked);
        }

        return $"no password that {mate.Email} may have signs them in";
    }

    private static async Task<string?> SettleAsync(ApiClient api, Teammate mate, string password, Answer answer, bool asked)
    {
        mate.Settle(password);
        if (!mate.Factor.MayBeOn.Contains(asked))
            return $"{mate.Email} was {(asked ? "" : "not ")}asked for a code";
        if (!answer.IsSuccess)
            return $"{mate.Email} was asked for a code, and that was answered {answer}";
        if (mate.Factor.IsInDoubt && await OfTokenAsync(api, mate, asked) is { } wrong)
            return wrong;
        mate.Factor.Settle(asked);
        mate.Token = answer.Text("session.token");
        if (asked && mate.Factor.RunsOut)
            mate.Factor.Has(await api.PostAsync("me/two-factor/backup-codes", mate.Token, body: null));
        return null;
    }

    // Of a change without an answer, all or nothing: the token from before is dead when it was made, and good when it
    // was not.
    private static async Task<string?> OfTokenAsync(ApiClient api, Teammate mate, bool isOn)
    {
        var wasMade = isOn == mate.Factor.MayBeOn[1];
        var before = await api.GetAsync("session", mate.Token);
        return before.IsSuccess == wasMade
            ? $"the second factor of {mate.Email} is {(isOn ? "on" : "off")}, and the token from before is answered {before}"
            : null;
    }

    // Each acknowledged change has its one entry; one that got no answer has one or none.
    private async Task CheckAuditAsync(ApiClient api, Teammate mate)
    {
        foreach (var (action, (done, inDoubt)) in mate.Actions)
        {
            var log = await api.GetAsync($"{company.Path}/audit-log?action={action}&target={mate.UserId}&limit=200", company.Token);
            var total = int.Parse(log.Text("total"), CultureInfo.InvariantCulture);
            if (total < done || total > done + inDoubt)
                journal.Complain(
                    mate.UserId,
                    $"{mate.Email} has {total} audit entries for {action}; {done} were acknowledged and {inDoubt} got no answer"
                );
        }
    }

    private static string First(Answer answer, string list) =>
        answer.Body.ValueKind == JsonValueKind.Object && answer.Body.TryGetProperty(list, out var items) && items.GetArrayLength() > 0
            ? items[0].GetString()!
            : "";
}
