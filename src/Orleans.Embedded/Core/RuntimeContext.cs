namespace Orleans.Runtime;

/// <summary>The activation that runs on this thread. An activation is its own synchronisation context, so that no second thread-local is kept.</summary>
internal static class RuntimeContext
{
    public static IGrainContext? Current => SynchronizationContext.Current as IGrainContext;
}
