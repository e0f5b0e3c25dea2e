namespace Orleans.Runtime;

/// <summary>Something that runs as a turn of an activation; a node of the activation's list.</summary>
internal abstract class WorkItem
{
    /// <summary>The item after this one in the list that holds it.</summary>
    public WorkItem? Next { get; set; }

    /// <summary>Runs on the activation's turn.</summary>
    public abstract void Run(Activation activation);
}

/// <summary>A continuation that came back to its activation.</summary>
internal sealed class Continuation(SendOrPostCallback callback, object? state) : WorkItem
{
    public override void Run(Activation activation) => callback(state);
}
