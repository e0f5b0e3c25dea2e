using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.AccessMatrix;

/// <summary>A company with a caller of each kind.</summary>
public sealed class AccessScene : IAsyncLifetime
{
    private readonly Dictionary<CallerCase, Person> _people = [];
    private Person? _expired;

    public KayseApp App { get; } = new();

    /// <summary>
    /// The company's first Super Admin, who is no caller: what callers do to themselves leaves this session live.
    /// </summary>
    public Person Owner { get; private set; } = null!;

    /// <summary>Those of whom there is a person here.</summary>
    internal IReadOnlyList<CallerCase> Callers =>
        [.. CallerCase.All.Where(caller => caller.Kind is CallerKind.Anonymous or CallerKind.Expired || _people.ContainsKey(caller))];

    public async Task InitializeAsync()
    {
        _expired = await App.SignUpAsync();
        App.Clock.Advance(TimeSpan.FromHours(13));
        Owner = await App.SignUpAsync();
        _people[new(CallerKind.SuperAdmin)] = await App.JoinAsync(Owner, "super_admin");
        _people[new(CallerKind.Outsider)] = await App.SignUpAsync(company: "Another Firm");
        _people[new(CallerKind.Admin)] = await App.JoinAsync(Owner, "admin");
        foreach (var caller in CallerCase.All.Where(caller => caller.Kind == CallerKind.User))
            _people[caller] = await App.JoinAsync(Owner, "user", caller.Permission is null ? [] : [caller.Permission]);
        _people[new(CallerKind.Deactivated)] = await DeactivateAsync(await App.JoinAsync(Owner));
        _people[new(CallerKind.DeactivatedHere)] = await DeactivateAsync(await JoinFromElsewhereAsync());
        _people[new(CallerKind.Restricted)] = await CreateAsync();
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    /// <summary>A client of the Super Admin's.</summary>
    public ApiClient AsOwner() => App.Client(Owner.Token);

    /// <summary>The id of a new invitation.</summary>
    public Task<string> InviteAsync() => App.InviteAsync(Owner, Journeys.NewEmail("invitee"));

    /// <summary>The token of a new invitation.</summary>
    public async Task<string> InvitationTokenAsync()
    {
        var email = Journeys.NewEmail("invitee");
        await App.InviteAsync(Owner, email);
        return await App.MailedTokenAsync(email);
    }

    /// <summary>Who calls now, on a new session where they can have one.</summary>
    internal async Task<Person?> SignInAsync(CallerCase caller) =>
        caller.Kind switch
        {
            CallerKind.Anonymous => null,
            CallerKind.Expired => _expired,
            CallerKind.Deactivated => _people[caller],
            _ => await App.SignInAsync(_people[caller].Email),
        };

    private async Task<Person> DeactivateAsync(Person person)
    {
        (await AsOwner().PostAsync($"companies/current/members/{person.UserId}/deactivate")).ShouldBe(HttpStatusCode.NoContent);
        return person;
    }

    private async Task<Person> JoinFromElsewhereAsync()
    {
        var person = await App.SignUpAsync(company: "A Third Firm");
        await App.WorksAlsoInAsync(person, Owner);
        return person;
    }

    private async Task<Person> CreateAsync()
    {
        var email = Journeys.NewEmail("restricted");
        var member = new
        {
            fullName = "Cleo Adamu",
            email,
            role = "admin",
            password = Person.Password,
        };
        var userId = (await AsOwner().PostAsync("companies/current/members", member)).ShouldBe(HttpStatusCode.Created).At("userId");
        return new Person(email, userId, Owner.CompanyId, "", "");
    }
}
