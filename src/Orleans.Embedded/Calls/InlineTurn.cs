using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Orleans.Runtime;

/// <summary>A call that runs on its caller's thread, because the activation is at rest. Keeps what must be put back afterwards.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct InlineTurn
{
    private readonly int _state;
    private readonly ExecutionContext? _flow;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public InlineTurn(Activation activation, int state, RequestMode mode, SynchronizationContext? caller)
    {
        Activation = activation;
        Mode = mode;
        Caller = caller;
        _state = state;
        _flow = ExecutionContext.Capture();
        activation.Touch();
        SynchronizationContext.SetSynchronizationContext(activation);
    }

    public Activation Activation { get; }

    public RequestMode Mode { get; }

    public SynchronizationContext? Caller { get; }

    /// <summary>Puts back what surrounds the caller; whatever the callee set stays with the callee.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Restore()
    {
        SynchronizationContext.SetSynchronizationContext(Caller);
        if (_flow is not null && ExecutionContext.Capture() != _flow)
            ExecutionContext.Restore(_flow);
    }

    /// <summary>Gives up the activation's turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave() => Activation.Leave(_state);
}
