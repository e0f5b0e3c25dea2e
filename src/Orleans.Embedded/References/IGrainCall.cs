namespace Orleans.CodeGeneration;

/// <summary>One method with its arguments, as the generator writes it. A struct, so that a call that needs no queueing allocates nothing.</summary>
/// <typeparam name="TReply">What the method returns.</typeparam>
public interface IGrainCall<out TReply>
{
    /// <summary>Interface and method, for messages: <c>IFoo.Bar</c>.</summary>
    static abstract string Name { get; }

    /// <summary>The options that the method is declared with.</summary>
    static abstract InvokeMethodOptions Options { get; }

    /// <summary>Calls the method of <paramref name="grain"/>.</summary>
    TReply Invoke(object grain);
}
