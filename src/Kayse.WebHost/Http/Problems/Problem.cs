using System.Text.Json.Serialization;

namespace Kayse.WebHost.Http.Problems;

/// <summary>An error (RFC 9457, <c>application/problem+json</c>).</summary>
/// <param name="Type">A URI that names the kind of problem; it ends in the code.</param>
/// <param name="Title">The kind of problem, for a person.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What happened this time, for a person.</param>
/// <param name="Code">The kind of problem, for a program: stable snake_case.</param>
/// <param name="TraceId">Finds the request in the logs.</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail, string Code, string TraceId)
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>Messages by field, where fields are at fault.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>With <c>session_ended</c>: why the session ended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
}
