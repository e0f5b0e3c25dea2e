using System.Diagnostics.CodeAnalysis;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace Kayse.Grains.Tests.State;

/// <summary>A silo that stops refuses calls of grains that have not arrived elsewhere yet.</summary>
[SuppressMessage("Reliability", "CA2012", Justification = "A call of a substitute says which call is meant.")]
public sealed class RepeatedChecksTests : IDisposable
{
    private const string Id = "06h24czbm9gcz5dh14f5x04e";
    private readonly IGrainFactory _grains = Substitute.For<IGrainFactory>();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().AddSingleton<SessionCheckMeter>().BuildServiceProvider();
    private int _calls;

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task A_session_is_asked_again_until_a_silo_takes_the_call()
    {
        var session = Substitute.For<IUserSessionGrain>();
        session
            .CheckAsync(default)
            .ReturnsForAnyArgs(_ => RefusedTwice(new SessionCheck(null, DateTimeOffset.MinValue, SessionEndReason.Revoked)));
        _grains.GetGrain<IUserSessionGrain>(Id).Returns(session);

        (await Sessions.CheckAsync(Token, out _)).Ended.ShouldBe(SessionEndReason.Revoked);
    }

    [Fact]
    public async Task An_API_key_is_asked_again_until_a_silo_takes_the_call()
    {
        var key = Substitute.For<IApiKeyGrain>();
        key.CheckAsync(default).ReturnsForAnyArgs(_ => RefusedTwice(default(ApiKeyCheck) with { Limit = 7 }));
        _grains.GetGrain<IApiKeyGrain>(Id).Returns(key);

        var check = await new LiveApiKeys(_grains, Options.Create(new ApiKeyOptions()), TimeProvider.System).CheckAsync(Id, default);

        check.Limit.ShouldBe(7);
    }

    [Fact]
    public async Task What_the_session_itself_throws_goes_to_the_caller_at_once()
    {
        var session = Substitute.For<IUserSessionGrain>();
        session.CheckAsync(default).ReturnsForAnyArgs(_ => LateAsync());
        _grains.GetGrain<IUserSessionGrain>(Id).Returns(session);

        await Should.ThrowAsync<TimeoutException>(() => Sessions.CheckAsync(Token, out var _).AsTask());

        session.ReceivedCalls().Count().ShouldBe(1);
    }

    private LiveSessions Sessions => new(_grains, TimeProvider.System, _services.GetRequiredService<SessionCheckMeter>());

    private static SecretToken Token => SecretToken.TryParse(SecretToken.Create(Id, out _), out var token) ? token : default;

    private static ValueTask<SessionCheck> LateAsync() => throw new TimeoutException();

    private ValueTask<T> RefusedTwice<T>(T answer) => ++_calls <= 2 ? throw new SiloUnavailableException() : new(answer);
}
