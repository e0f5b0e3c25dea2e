using System.Net;

namespace Kayse.Browser.Tests.Testing;

/// <summary>
/// A law firm as it might be on a day at work: an owner, her staff in several roles, scopes, invitations that wait.
/// </summary>
public sealed class Firm : IAsyncLifetime
{
    private const string FirstPassword = "welcome to the firm 1";

    private static readonly Colleague _former = new("Oliver Grant", "user", "Client intake", UserAgents.Windows, TimeSpan.FromDays(9));

    // In the order in which they were last there.
    private static readonly Colleague[] _colleagues =
    [
        new("Hannah Lindqvist", "user", "Office manager", UserAgents.Mac, TimeSpan.FromDays(2)),
        new("Noah Whitfield", "user", "Paralegal", UserAgents.Windows, TimeSpan.FromHours(20), "Employment"),
        new("Gabriel Stein", "admin", "Managing partner", UserAgents.Mac, TimeSpan.FromHours(5)),
        new("Sofia Marchetti", "user", "Paralegal", UserAgents.Windows, TimeSpan.FromHours(2), "Family"),
        new("Marcus Hale", "user", "Associate", UserAgents.Phone, TimeSpan.FromMinutes(55), "Personal injury"),
        new("Priya Raman", "admin", "Head of operations", UserAgents.Windows, TimeSpan.FromMinutes(14)),
        new("Aisha Rahman", "user", "Client intake", UserAgents.Mac, TimeSpan.FromMinutes(6)),
        new("Lena Brandt", "user", "Associate", UserAgents.Windows, TimeSpan.FromMinutes(3), "Family"),
        new("Thomas Okafor", "user", "Senior associate", UserAgents.Mac, TimeSpan.FromMinutes(1), "Personal injury", "Employment"),
    ];

    private readonly Dictionary<string, string> _scopes = [];

    public KayseApp App { get; } = KayseApp.Listening(("Kayse:Billing:Prices:emails", "0.01"));

    public Person Owner { get; private set; } = null!;

    /// <summary>Of role <c>user</c>, with scopes.</summary>
    public Person Associate { get; private set; } = null!;

    public static string Email(string fullName) => $"{fullName[..1]}.{fullName.Split(' ')[1]}@vale.example".ToLowerInvariant();

    public async Task InitializeAsync()
    {
        Owner = await App.SignUpAsync(Email("Ada Vale"), "Vale & Partners");
        await AddScopeAsync("Personal injury", "car crash", "slip and fall", "workplace accident");
        await AddScopeAsync("Family", "divorce", "custody");
        await AddScopeAsync("Employment", "dismissal", "discrimination");
        await PatchAsync($"companies/current/members/{Owner.UserId}", new { jobTitle = "Founding partner" });
        await AddAsync(_former);
        foreach (var colleague in _colleagues)
            await AddAsync(colleague);
        await ComeAsync(_former);
        await DeactivateAsync(_former);
        await PassDaysAsync();
        Owner = await SignInAsync(Owner.Email, Person.Password, UserAgents.Mac);
        foreach (var invited in new[] { "Grace Oyelaran", "Daniel Whitaker" })
            await PostAsync(
                "companies/current/invitations",
                new
                {
                    fullName = invited,
                    email = Email(invited),
                    role = "user",
                    jobTitle = "Legal secretary",
                }
            );
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    private async Task AddScopeAsync(string name, params string[] caseTypes) =>
        _scopes[name] = (await PostAsync("companies/current/scopes", new { name, caseTypes })).At("id");

    private async Task AddAsync(Colleague colleague) =>
        await PostAsync(
            "companies/current/members",
            new
            {
                fullName = colleague.FullName,
                email = Email(colleague.FullName),
                role = colleague.Role,
                jobTitle = colleague.JobTitle,
                password = FirstPassword,
                scopeIds = colleague.Scopes.Select(scope => _scopes[scope]),
            }
        );

    private async Task DeactivateAsync(Colleague colleague)
    {
        var members = await App.Client(Owner.Token)
            .GetAsync($"companies/current/members?search={Uri.EscapeDataString(colleague.FullName)}");
        var id = members.ShouldBe(HttpStatusCode.OK).Json["items"]![0]!["userId"]!.GetValue<string>();
        await PostAsync($"companies/current/members/{id}/deactivate", null);
    }

    private async Task PassDaysAsync()
    {
        // At once: first passwords work for a week only.
        foreach (var colleague in _colleagues)
            await ComeAsync(colleague);
        var ago = _former.LastThere;
        foreach (var colleague in _colleagues)
        {
            App.Clock.Advance(ago - colleague.LastThere);
            ago = colleague.LastThere;
            Associate = await SignInAsync(Email(colleague.FullName), Person.Password, colleague.UserAgent);
        }

        App.Clock.Advance(ago);
    }

    /// <summary>Somebody signs in for the first time, and chooses a password of their own.</summary>
    private async Task<Person> ComeAsync(Colleague colleague)
    {
        var person = await SignInAsync(Email(colleague.FullName), FirstPassword, colleague.UserAgent);
        var answer = await App.Client(person.Token)
            .PostAsync(
                "me/password",
                new { currentPassword = FirstPassword, newPassword = Person.Password },
                ("User-Agent", colleague.UserAgent)
            );
        return person with { Token = answer.ShouldBe(HttpStatusCode.OK).At("session.token") };
    }

    private async Task<Person> SignInAsync(string email, string password, string userAgent)
    {
        var answer = await App.Client().PostAsync("auth/sign-in", new { email, password }, ("User-Agent", userAgent));
        answer.ShouldBe(HttpStatusCode.OK);
        return new Person(email, answer.At("user.id"), answer.At("activeCompanyId"), answer.At("session.id"), answer.At("session.token"));
    }

    private async Task PatchAsync(string path, object body) =>
        (await App.Client(Owner.Token).PatchAsync(path, body)).ShouldBe(HttpStatusCode.OK);

    private async Task<ApiAnswer> PostAsync(string path, object? body)
    {
        var answer = await App.Client(Owner.Token).PostAsync(path, body);
        ((int)answer.Status).ShouldBeInRange(200, 299, answer.Text);
        return answer;
    }

    private sealed record Colleague(
        string FullName,
        string Role,
        string JobTitle,
        string UserAgent,
        TimeSpan LastThere,
        params string[] Scopes
    );
}
