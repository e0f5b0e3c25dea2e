namespace Orleans.Runtime;

/// <summary>A fault of the actor runtime.</summary>
public class OrleansException : Exception
{
    /// <summary>An exception without details.</summary>
    public OrleansException()
        : base("Unexpected error.")
    {
    }

    /// <summary>An exception with a message.</summary>
    public OrleansException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and a cause.</summary>
    public OrleansException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
