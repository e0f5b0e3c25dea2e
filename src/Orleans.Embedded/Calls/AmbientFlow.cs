namespace Orleans.Runtime;

/// <summary>What travels along with asynchronous work.</summary>
internal static class AmbientFlow
{
    /// <summary>Nothing does until the answer is disposed; also where that is so already, unlike <see cref="ExecutionContext.SuppressFlow"/>.</summary>
    public static AsyncFlowControl Suppress() => ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
}
