namespace Kayse.Silo.Transfer;

/// <summary>
/// Why an installation can't be exported or imported, or can't start because of an import: one sentence for the
/// operator.
/// </summary>
public sealed class TransferException : Exception
{
    /// <summary>An exception without details.</summary>
    public TransferException() { }

    /// <summary>An exception with a message.</summary>
    public TransferException(string message)
        : base(message) { }

    /// <summary>An exception with a message and a cause.</summary>
    public TransferException(string message, Exception innerException)
        : base(message, innerException) { }
}
