using Orleans.Storage;

namespace Orleans.Embedded.Tests.State;

[GenerateSerializer]
[Alias("conformance.Page")]
public sealed record Page
{
    [Id(0)]
    public string Text { get; init; } = "";
}

/// <summary>What a grain knows of its stored record.</summary>
[GenerateSerializer]
[Immutable]
[Alias("conformance.Record")]
public sealed record Record([property: Id(0)] string Text, [property: Id(1)] bool Exists, [property: Id(2)] string? Etag);

public interface INotebookGrain : IGrainWithStringKey
{
    Task<Record> Look();

    /// <summary>What <see cref="Look"/> answered at activation.</summary>
    Task<Record> AtActivation();

    /// <summary>Changes the state in memory only.</summary>
    Task Scribble(string text);

    Task<Record> Write(string text);

    Task<Record> Clear();

    Task<Record> Reload();

    /// <summary>As <see cref="Write"/>, but keeps an inconsistency to itself.</summary>
    Task<bool> TryWrite(string text);

    Task<Guid> Instance();

    Task Leave();
}

public sealed class NotebookGrain([PersistentState("page")] IPersistentState<Page> page) : Grain, INotebookGrain
{
    private readonly Guid _instance = Guid.NewGuid();
    private Record? _atActivation;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _atActivation = Now();
        return Task.CompletedTask;
    }

    public Task<Record> Look() => Task.FromResult(Now());

    public Task<Record> AtActivation() => Task.FromResult(_atActivation!);

    public Task Scribble(string text)
    {
        page.State = page.State with { Text = text };
        return Task.CompletedTask;
    }

    public async Task<Record> Write(string text)
    {
        page.State = new Page { Text = text };
        await page.WriteStateAsync();
        return Now();
    }

    public async Task<Record> Clear()
    {
        await page.ClearStateAsync();
        return Now();
    }

    public async Task<Record> Reload()
    {
        await page.ReadStateAsync();
        return Now();
    }

    public async Task<bool> TryWrite(string text)
    {
        try
        {
            await Write(text);
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }

    public Task<Guid> Instance() => Task.FromResult(_instance);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private Record Now() => new(page.State.Text, page.RecordExists, page.Etag);
}
