namespace Orleans.Embedded.Tests.Context;

public sealed class CancellationTests
{
    [Fact]
    public async Task A_token_that_the_caller_cancels_is_cancelled_for_the_grain()
    {
        await using var silo = await TestSilo.Start();
        using var source = new CancellationTokenSource();
        var call = silo.Grain<IPatientGrain>().Wait(source.Token);
        await silo.Journal.Has("waiting");

        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call.Soon());
        await silo.Journal.Has("cancelled");
    }

    [Fact]
    public async Task A_call_needs_no_token()
    {
        await using var silo = await TestSilo.Start();

        (await silo.Grain<IPatientGrain>().IsCancellable().Soon()).ShouldBeFalse();
    }
}

public interface IPatientGrain : IGrainWithStringKey
{
    Task Wait(CancellationToken cancellationToken);

    Task<bool> IsCancellable(CancellationToken cancellationToken = default);
}

public sealed class PatientGrain(Journal journal) : Grain, IPatientGrain
{
    public async Task Wait(CancellationToken cancellationToken)
    {
        journal.Note("waiting");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            journal.Note("cancelled");
            throw;
        }
    }

    public Task<bool> IsCancellable(CancellationToken cancellationToken)
        => Task.FromResult(cancellationToken.IsCancellationRequested);
}
