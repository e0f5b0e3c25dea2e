namespace Orleans.Runtime;

/// <summary>A timer of one activation. Disposing it stops it; deactivation disposes it.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Sets anew when it fires. Called inside its own callback, it takes effect when the callback has finished.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}
