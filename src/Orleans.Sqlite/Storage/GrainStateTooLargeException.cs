using Orleans.Runtime;

namespace Orleans.Sqlite;

/// <summary>
/// A state is larger than <see cref="SqliteGrainStorageOptions.MaxPayloadBytes"/>; nothing was written. The grain's key
/// is left out: it may be an email address.
/// </summary>
public sealed class GrainStateTooLargeException : OrleansException
{
    /// <summary>An exception without details.</summary>
    public GrainStateTooLargeException() { }

    /// <summary>An exception with a message.</summary>
    public GrainStateTooLargeException(string message)
        : base(message) { }

    /// <summary>An exception with a message and a cause.</summary>
    public GrainStateTooLargeException(string message, Exception innerException)
        : base(message, innerException) { }

    internal GrainStateTooLargeException(string stateName, GrainType grainType, int bytes, int limit)
        : base($"State \"{stateName}\" of a grain of type \"{grainType}\" takes {bytes} bytes, more than the {limit} allowed.") { }
}
