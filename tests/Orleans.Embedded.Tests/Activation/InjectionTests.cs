using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Embedded.Tests.Activation;

public sealed class InjectionTests
{
    [Fact]
    public async Task A_grain_gets_its_services_by_its_constructor()
    {
        await using var silo = await TestSilo.Start(silo => silo.Services
            .AddSingleton(new Greeting("hello"))
            .AddKeyedSingleton("fr", new Greeting("bonjour")));

        var greetings = await silo.Grain<IInjectedGrain>().Greetings().Soon();

        greetings.ShouldBe("hello, bonjour");
    }

    [Fact]
    public async Task Each_activation_has_a_scope_of_its_own()
    {
        await using var silo = await TestSilo.Start(silo => silo.Services
            .AddSingleton(new Greeting("hello"))
            .AddKeyedSingleton("fr", new Greeting("bonjour"))
            .AddScoped<Scoped>());

        var a = await silo.Grain<IInjectedGrain>("a").Scope().Soon();
        var b = await silo.Grain<IInjectedGrain>("b").Scope().Soon();

        a.ShouldNotBe(b);
        (await silo.Grain<IInjectedGrain>("a").Scope().Soon()).ShouldBe(a);
    }

    [Fact]
    public async Task A_transient_service_lives_no_longer_than_the_activation_it_was_made_for()
    {
        await using var silo = await TestSilo.Start(silo => silo.Services.AddScoped<Companion>().AddTransient<Errand>());
        await silo.Grain<IErrandGrain>().Run().Soon();

        await silo.Grain<IErrandGrain>().Leave().Soon();

        await silo.Journal.Has("errand disposed");
        await silo.Journal.Has("companion disposed");
    }
}

/// <summary>A transient service that needs a scoped one.</summary>
public sealed class Errand(Journal journal, Companion companion) : IDisposable
{
    public void Run() => companion.Use();

    public void Dispose() => journal.Note("errand disposed");
}

public interface IErrandGrain : IGrainWithStringKey
{
    Task Run();

    Task Leave();
}

public sealed class ErrandGrain(Errand errand) : Grain, IErrandGrain
{
    public Task Run()
    {
        errand.Run();
        return Task.CompletedTask;
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

public sealed record Greeting(string Text);

public sealed class Scoped
{
    public Guid Id { get; } = Guid.NewGuid();
}

public interface IInjectedGrain : IGrainWithStringKey
{
    Task<string> Greetings();

    Task<Guid> Scope();
}

public sealed class InjectedGrain(Greeting greeting, [FromKeyedServices("fr")] Greeting french, IGrainFactory grains) : Grain, IInjectedGrain
{
    public Task<string> Greetings() => Task.FromResult($"{greeting.Text}, {french.Text}");

    public Task<Guid> Scope()
    {
        grains.GetGrain<IInjectedGrain>("a").GetPrimaryKeyString().ShouldBe("a");
        return Task.FromResult(ServiceProvider.GetRequiredService<Scoped>().Id);
    }
}
