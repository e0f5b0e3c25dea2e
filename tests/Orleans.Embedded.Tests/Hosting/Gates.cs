using System.Collections.Concurrent;

namespace Orleans.Embedded.Tests.Hosting;

/// <summary>Named points at which a grain waits, in the middle of a turn, until the test lets it pass.</summary>
public sealed class Gates
{
    private readonly ConcurrentDictionary<string, Gate> _gates = new(StringComparer.Ordinal);

    /// <summary>For grains: says that the gate is reached and waits until it is open.</summary>
    public Task Pass(string name)
    {
        var gate = Of(name);
        gate.Reached.TrySetResult();
        return gate.Opened.Task;
    }

    /// <summary>For tests: completes when a grain stands before the gate.</summary>
    public Task Reached(string name) => Of(name).Reached.Task.Soon();

    /// <summary>For tests: lets everyone through, now and later.</summary>
    public void Open(string name) => Of(name).Opened.TrySetResult();

    private Gate Of(string name) => _gates.GetOrAdd(name, static _ => new Gate());

    private sealed class Gate
    {
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
