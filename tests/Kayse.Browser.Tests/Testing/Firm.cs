using System.Net;

namespace Kayse.Browser.Tests.Testing;

/// <summary>A law firm as it might be: an owner, her staff in several roles, scopes, invitations that wait.</summary>
public sealed class Firm : IAsyncLifetime
{
    private static readonly Colleague[] _colleagues =
    [
        new("Gabriel Stein", "admin", "Managing partner"),
        new("Priya Raman", "admin", "Head of operations"),
        new("Thomas Okafor", "user", "Senior associate", "Injuries"),
        new("Lena Brandt", "user", "Associate", "Family"),
        new("Marcus Hale", "user", "Associate", "Injuries"),
        new("Sofia Marchetti", "user", "Paralegal", "Family"),
        new("Noah Whitfield", "user", "Paralegal"),
        new("Aisha Rahman", "user", "Client intake"),
        new("Oliver Grant", "user", "Client intake"),
        new("Hannah Lindqvist", "user", "Office manager"),
    ];

    public KayseApp App { get; } = KayseApp.Listening();

    public Person Owner { get; private set; } = null!;

    /// <summary>Of role <c>user</c>, with the scope Injuries.</summary>
    public Person Associate { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Owner = await App.SignUpAsync(Email("Ada Vale"), "Vale & Partners");
        var scopes = new Dictionary<string, string>
        {
            ["Injuries"] = await AddScopeAsync("Injuries", "car crash", "slip and fall", "workplace"),
            ["Family"] = await AddScopeAsync("Family", "divorce", "custody"),
        };
        foreach (var colleague in _colleagues)
            await AddAsync(colleague, scopes);
        Associate = await SignInFirstTimeAsync(Email("Thomas Okafor"));
        foreach (var invited in new[] { "Grace Oyelaran", "Daniel Whitaker" })
            await PostAsync("companies/current/invitations", new { fullName = invited, email = Email(invited), role = "user", jobTitle = "Legal secretary" });
        await DeactivateAsync("Oliver Grant");
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    public static string Email(string fullName) => $"{fullName.ToLowerInvariant().Replace(' ', '.')}@vale-partners.example";

    private async Task AddAsync(Colleague colleague, Dictionary<string, string> scopes)
        => await PostAsync("companies/current/members", new
        {
            fullName = colleague.FullName,
            email = Email(colleague.FullName),
            role = colleague.Role,
            jobTitle = colleague.JobTitle,
            password = FirstPassword,
            scopeIds = colleague.Scope is null ? [] : new[] { scopes[colleague.Scope] },
        });

    private const string FirstPassword = "welcome to the firm 1";

    private async Task<string> AddScopeAsync(string name, params string[] caseTypes) => (await PostAsync("companies/current/scopes", new { name, caseTypes })).At("id");

    private async Task DeactivateAsync(string fullName)
    {
        var members = await App.Client(Owner.Token).GetAsync($"companies/current/members?search={Uri.EscapeDataString(fullName)}");
        var id = members.ShouldBe(HttpStatusCode.OK).Json["items"]![0]!["userId"]!.GetValue<string>();
        await PostAsync($"companies/current/members/{id}/deactivate", null);
    }

    private async Task<Person> SignInFirstTimeAsync(string email)
    {
        var person = await App.SignInAsync(email, FirstPassword);
        var answer = await App.Client(person.Token).PostAsync("me/password", new { currentPassword = FirstPassword, newPassword = Person.Password });
        return person with { Token = answer.ShouldBe(HttpStatusCode.OK).At("session.token") };
    }

    private async Task<ApiAnswer> PostAsync(string path, object? body)
    {
        var answer = await App.Client(Owner.Token).PostAsync(path, body);
        ((int)answer.Status).ShouldBeInRange(200, 299, answer.Text);
        return answer;
    }

    private sealed record Colleague(string FullName, string Role, string JobTitle, string? Scope = null);
}
