using System.Collections.ObjectModel;
using System.Net;

namespace Kayse.Client;

/// <summary>Kayse refused a call. <see cref="Code"/> says why, and is stable.</summary>
public class KayseException : Exception
{
    /// <summary>Makes one without details.</summary>
    public KayseException()
        : this("Kayse refused the call.") { }

    /// <summary>Makes one with a message.</summary>
    public KayseException(string message)
        : base(message) { }

    /// <summary>Makes one with a message and its cause.</summary>
    public KayseException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>The code of the problem, such as <c>session_ended</c> or <c>forbidden</c>.</summary>
    public string Code { get; init; } = "unknown";

    /// <summary>The HTTP status; null when there was no answer.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>With <c>session_ended</c>: why the session ended, such as <c>revoked</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>Messages by field, where fields of the request are at fault; otherwise empty.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors { get; init; } =
        ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>When to try again, where Kayse says so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Finds the call in the logs of Kayse.</summary>
    public string? TraceId { get; init; }
}

/// <summary>
/// Kayse could not be asked: it can't be reached, took too long, or failed. Nothing is known of the session or the key
/// then, so treat the caller as not signed in.
/// </summary>
public sealed class KayseUnavailableException : KayseException
{
    /// <summary>The <see cref="KayseException.Code"/> of all of these.</summary>
    public const string UnavailableCode = "unavailable";

    /// <summary>Makes one without details.</summary>
    public KayseUnavailableException()
        : this("Kayse is unavailable.") { }

    /// <summary>Makes one with a message.</summary>
    public KayseUnavailableException(string message)
        : this(message, innerException: null) { }

    /// <summary>Makes one with a message and its cause.</summary>
    public KayseUnavailableException(string message, Exception? innerException)
        : base(message, innerException) => Code = UnavailableCode;
}
