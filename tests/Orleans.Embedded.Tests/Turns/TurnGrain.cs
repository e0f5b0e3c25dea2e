using Orleans.Concurrency;

namespace Orleans.Embedded.Tests.Turns;

public abstract class TurnGrainBase(Journal journal, Gates gates) : Grain, ITurns
{
    public async Task Hold(string gate)
    {
        journal.Note($"{gate} begins");
        await gates.Pass(gate);
        journal.Note($"{gate} ends");
    }

    public async Task Note(string note)
    {
        journal.Note($"{note} begins");
        await Task.Yield();
        journal.Note($"{note} ends");
    }

    public Task HoldReading(string gate) => Hold(gate);

    public Task NoteReading(string note) => Note(note);

    public Task HoldInterleaved(string gate) => Hold(gate);

    public Task NoteInterleaved(string note) => Note(note);
}

public sealed class TurnGrain(Journal journal, Gates gates) : TurnGrainBase(journal, gates), ITurnGrain;

[Reentrant]
public sealed class ReentrantTurnGrain(Journal journal, Gates gates) : TurnGrainBase(journal, gates), IReentrantTurnGrain;
