using System.Net;
using System.Text.RegularExpressions;

namespace Kayse.WebHost.Tests.Testing;

/// <summary>A person with a session.</summary>
public sealed record Person(string Email, string UserId, string CompanyId, string SessionId, string Token)
{
    public const string Password = "correct horse battery staple";
}

/// <summary>What people do, step by step, over HTTP.</summary>
public static partial class Journeys
{
    private const string VerificationSubject = "Subject: Verify your email address for Kayse";
    private static int _count;

    public static string NewEmail(string who = "person") => $"{who}{Interlocked.Increment(ref _count)}@firm.example";

    /// <summary>Signs somebody up, and has them verify their address by the link in the mail.</summary>
    public static async Task<Person> SignUpAsync(this KayseApp app, string? email = null, string company = "Vale Law")
    {
        var person = await app.SignUpUnverifiedAsync(email, company);
        if (!(await app.Client(person.Token).GetAsync("me")).Json["emailVerified"]!.GetValue<bool>())
            await app.VerifyAsync(person.Email);
        return person;
    }

    /// <summary>Uses the link of the mail that went to who has just signed up.</summary>
    public static async Task VerifyAsync(this KayseApp app, string email) =>
        (await app.Client().PostAsync("auth/verify-email", new { token = TokenIn(await app.VerificationMailAsync(email)) })).ShouldBe(
            HttpStatusCode.NoContent
        );

    /// <summary>The code in the mail that went to who has just signed up, or in the next one.</summary>
    public static async Task<string> MailedCodeAsync(this KayseApp app, string email, string? otherThan = null) =>
        CodeIn(await app.VerificationMailAsync(email, mail => CodeIn(mail) != otherThan));

    /// <summary>The token in that mail.</summary>
    public static async Task<string> VerificationTokenAsync(this KayseApp app, string email) =>
        TokenIn(await app.VerificationMailAsync(email));

    /// <summary>Has somebody join the company of another by invitation, with the account that they have.</summary>
    public static async Task WorksAlsoInAsync(this KayseApp app, Person person, Person inviter)
    {
        await app.InviteAsync(inviter, person.Email);
        var token = await app.MailedTokenAsync(person.Email);
        (await app.Client(person.Token).PostAsync("invitations/accept", new { token })).ShouldBe(HttpStatusCode.OK);
    }

    public static async Task<Person> SignUpUnverifiedAsync(this KayseApp app, string? email = null, string company = "Vale Law")
    {
        email ??= NewEmail("owner");
        var answer = await app.Client()
            .PostAsync(
                "companies",
                new
                {
                    companyName = company,
                    fullName = "Ada Vale",
                    email,
                    password = Person.Password,
                }
            );
        answer.ShouldBe(HttpStatusCode.Created);
        return new Person(email, answer.At("user.id"), answer.At("company.id"), answer.At("session.id"), answer.At("session.token"));
    }

    public static async Task<Person> SignInAsync(
        this KayseApp app,
        string email,
        string password = Person.Password,
        bool rememberMe = false
    ) =>
        PersonOf(
            email,
            (
                await app.Client()
                    .PostAsync(
                        "auth/sign-in",
                        new
                        {
                            email,
                            password,
                            rememberMe,
                        }
                    )
            ).ShouldBe(HttpStatusCode.OK)
        );

    /// <summary>Invites somebody and answers the id of the invitation.</summary>
    public static async Task<string> InviteAsync(
        this KayseApp app,
        Person inviter,
        string email,
        string role = "user",
        params string[] permissions
    )
    {
        var answer = await app.Client(inviter.Token)
            .PostAsync(
                "companies/current/invitations",
                new
                {
                    fullName = "Ben Ito",
                    email,
                    role,
                    permissions,
                }
            );
        return answer.ShouldBe(HttpStatusCode.Created).At("invitation.id");
    }

    /// <summary>Invites somebody who is new, and has them accept.</summary>
    public static async Task<Person> JoinAsync(this KayseApp app, Person inviter, string role = "user", params string[] permissions)
    {
        var email = NewEmail(role);
        await app.InviteAsync(inviter, email, role, permissions);
        return await app.AcceptAsync(email);
    }

    public static async Task<Person> AcceptAsync(this KayseApp app, string email)
    {
        var token = await app.MailedTokenAsync(email);
        return PersonOf(
            email,
            (await app.Client().PostAsync("invitations/accept", new { token, password = Person.Password })).ShouldBe(HttpStatusCode.OK)
        );
    }

    /// <summary>The token in the latest mail to an address, once that has gone out.</summary>
    public static async Task<string> MailedTokenAsync(this KayseApp app, string email, string? otherThan = null)
    {
        for (var i = 0; i < 500; i++)
        {
            var token = Mails(app, email).Select(TokenIn).LastOrDefault();
            if (token is not null && token != otherThan)
                return token;
            await Task.Delay(20);
        }

        throw new TimeoutException($"No mail for {email} in {app.MailDirectory}.");
    }

    /// <summary>The token in the latest mail to an address whose subject ends so, once that has gone out.</summary>
    public static async Task<string> MailedTokenAsync(this KayseApp app, string email, string subject, string? otherThan) =>
        TokenIn(await app.MailAsync(email, subject, mail => TokenIn(mail) != otherThan));

    /// <summary>The latest mail to an address whose subject ends so, once it has gone out.</summary>
    public static async Task<string> MailAsync(this KayseApp app, string email, string subject, Func<string, bool>? isIt = null)
    {
        for (var i = 0; i < 500; i++)
        {
            if (
                Mails(app, email)
                    .LastOrDefault(mail => mail.Contains($"{subject}\r\n", StringComparison.Ordinal) && isIt?.Invoke(mail) != false) is
                { } found
            )
                return found;
            await Task.Delay(20);
        }

        throw new TimeoutException($"No mail \"{subject}\" for {email} in {app.MailDirectory}.");
    }

    /// <summary>
    /// The mails to an address, oldest first; without those by which it is verified, which everybody gets who signs up.
    /// </summary>
    public static IReadOnlyList<string> Mails(this KayseApp app, string email) =>
        [.. AllMails(app, email).Where(mail => !mail.Contains(VerificationSubject, StringComparison.Ordinal))];

    private static async Task<string> VerificationMailAsync(this KayseApp app, string email, Func<string, bool>? isIt = null)
    {
        for (var i = 0; i < 500; i++)
        {
            if (
                AllMails(app, email)
                    .LastOrDefault(mail => mail.Contains(VerificationSubject, StringComparison.Ordinal) && isIt?.Invoke(mail) != false) is
                { } found
            )
                return found;
            await Task.Delay(20);
        }

        throw new TimeoutException($"No mail to verify {email} in {app.MailDirectory}.");
    }

    private static IReadOnlyList<string> AllMails(KayseApp app, string email) =>
        System.IO.Directory.Exists(app.MailDirectory)
            ?
            [
                .. new DirectoryInfo(app.MailDirectory)
                    .GetFiles("*.eml")
                    .OrderBy(file => file.LastWriteTimeUtc)
                    .Select(file => Decode(File.ReadAllText(file.FullName)))
                    .Where(mail => mail.Contains(email, StringComparison.OrdinalIgnoreCase)),
            ]
            : [];

    private static Person PersonOf(string email, ApiAnswer signedIn) =>
        new(email, signedIn.At("user.id"), signedIn.At("activeCompanyId"), signedIn.At("session.id"), signedIn.At("session.token"));

    // Enough of quoted-printable to find a link.
    private static string Decode(string mail) =>
        mail.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);

    private static string CodeIn(string mail) => Code().Match(mail).Groups[1].Value;

    private static string TokenIn(string mail) => Link().Match(mail).Groups[1].Value;

    [GeneratedRegex("#token=([A-Za-z0-9._-]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("Your code is ([0-9]{6})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();
}
