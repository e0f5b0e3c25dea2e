namespace Orleans.Runtime;

/// <summary>Runs once the silo can be called; an exception fails the host's start.</summary>
public interface IStartupTask
{
    /// <summary>Does the work.</summary>
    Task Execute(CancellationToken cancellationToken);
}
