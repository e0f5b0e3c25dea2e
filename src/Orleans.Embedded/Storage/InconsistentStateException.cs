using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>A write met a stored version other than the one it was based on. The activation that gets it is deactivated: what it holds is not what is stored.</summary>
public class InconsistentStateException : OrleansException
{
    /// <summary>An exception without details.</summary>
    public InconsistentStateException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public InconsistentStateException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and a cause.</summary>
    public InconsistentStateException(string message, Exception? innerException)
        : base(message, innerException!)
    {
    }

    /// <summary>An exception that says which version was found and which was expected.</summary>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag)
        : base(errorMsg)
    {
        StoredEtag = storedEtag;
        CurrentEtag = currentEtag;
    }

    /// <summary>The version in storage, or null when there is none or it is not known.</summary>
    public string? StoredEtag { get; }

    /// <summary>The version that the writer held, or null when it held none.</summary>
    public string? CurrentEtag { get; }

    /// <summary>Whether the exception has yet to leave the activation whose write failed.</summary>
    internal bool IsSourceActivation { get; set; } = true;
}
