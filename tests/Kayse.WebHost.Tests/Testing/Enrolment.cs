using System.Net;
using System.Text.Json.Nodes;
using Kayse.Testing;

namespace Kayse.WebHost.Tests.Testing;

/// <summary>
/// A person who has turned on a second factor: their app, the codes that they got, and their session with its new
/// token.
/// </summary>
public sealed record Enrolment(Person Person, OneTimeCodes App, IReadOnlyList<string> BackupCodes);

/// <summary>What people do with a second factor, step by step, over HTTP.</summary>
public static class TwoFactorJourneys
{
    public static async Task<Enrolment> EnrolAsync(this KayseApp app, Person person)
    {
        var setup = (await app.Client(person.Token).PostAsync("me/two-factor/setup")).ShouldBe(HttpStatusCode.OK);
        var codes = new OneTimeCodes(setup.At("secret"), app.Clock);
        var enabled = (await app.Client(person.Token).PostAsync("me/two-factor/enable", new { code = codes.Code() })).ShouldBe(
            HttpStatusCode.OK
        );
        return new Enrolment(person with { Token = enabled.At("session.token") }, codes, CodesIn(enabled));
    }

    /// <summary>Begins a sign-in with the password; answers the ticket.</summary>
    public static async Task<string> TicketAsync(this KayseApp app, string email, bool rememberMe = false)
    {
        var answer = (
            await app.Client()
                .PostAsync(
                    "auth/sign-in",
                    new
                    {
                        email,
                        password = Person.Password,
                        rememberMe,
                    }
                )
        ).ShouldBe(HttpStatusCode.OK);
        answer.At("status").ShouldBe("two_factor_required");
        return answer.At("ticket");
    }

    /// <summary>Completes it with the code that comes next.</summary>
    public static async Task<ApiAnswer> CompleteAsync(this KayseApp app, string ticket, OneTimeCodes codes)
    {
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        return (await app.Client().PostAsync("auth/two-factor", new { ticket, code = codes.Code() })).ShouldBe(HttpStatusCode.OK);
    }

    public static IReadOnlyList<string> CodesIn(ApiAnswer answer) =>
        [.. answer.Json["backupCodes"]!.AsArray().Select(code => code!.GetValue<string>())];
}
