using System.Runtime.CompilerServices;

namespace Kayse.Browser.Tests.Testing;

/// <summary>
/// Tests in which people use the console of a site with browsers of their own. Whatever goes wrong in one of those
/// fails the test.
/// </summary>
public abstract class BrowserTests(KayseApp app) : IAsyncLifetime
{
    private readonly List<Visitor> _visitors = [];

    protected KayseApp App { get; } = app;

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        foreach (var visitor in _visitors)
            await visitor.DisposeAsync();
        foreach (var visitor in _visitors)
            visitor.ShouldHaveNoTrouble();
    }

    /// <summary>A person whom the site doesn't know.</summary>
    protected async Task<Visitor> VisitAsync(VisitorOptions? options = null, [CallerMemberName] string test = "")
    {
        var visitor = await Visitor.NewAsync(
            App.Address!,
            options ?? VisitorOptions.Usual,
            $"{GetType().Name}.{test}.{_visitors.Count + 1}"
        );
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>A person who is signed in.</summary>
    protected async Task<Visitor> VisitAsAsync(Person person, VisitorOptions? options = null, [CallerMemberName] string test = "")
    {
        var visitor = await VisitAsync(options, test);
        await visitor.SignInAsAsync(person);
        return visitor;
    }
}
