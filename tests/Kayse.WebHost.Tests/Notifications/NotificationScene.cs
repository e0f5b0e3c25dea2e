using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Notifications;

/// <summary>A company whose members are notified of events; each test has people of its own.</summary>
public sealed class NotificationScene : IAsyncLifetime
{
    public KayseApp App { get; } = new();

    public Person Owner { get; private set; } = null!;

    public async Task InitializeAsync() => Owner = await App.SignUpAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();

    /// <summary>Somebody new in the company.</summary>
    public async Task<Person> MemberAsync() => await App.JoinAsync(Owner = await App.SignInAsync(Owner.Email));

    /// <summary>Notifies somebody of an event for each title, in this order; answers the id of the last.</summary>
    public Task<string> NotifyAsync(Person person, params IReadOnlyList<string> titles) => NotifyOfAsync(person, "case_updated", titles);

    /// <summary>The same of a type.</summary>
    public async Task<string> NotifyOfAsync(Person person, string type, params IReadOnlyList<string> titles)
    {
        var last = "";
        foreach (var title in titles)
            last = await App.NotifyAsync(Owner, person, title, type);
        return last;
    }
}
