namespace Kayse.Silo.Verification;

/// <summary>Why a file can't be verified, or isn't what it says: one sentence for whoever checks it.</summary>
public sealed class VerificationException : Exception
{
    /// <summary>An exception without details.</summary>
    public VerificationException() { }

    /// <summary>An exception with a message.</summary>
    public VerificationException(string message)
        : base(message) { }

    /// <summary>An exception with a message and a cause.</summary>
    public VerificationException(string message, Exception innerException)
        : base(message, innerException) { }
}
