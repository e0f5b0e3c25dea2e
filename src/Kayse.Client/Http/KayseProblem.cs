using System.Collections.ObjectModel;
using System.Text.Json;

namespace Kayse.Client;

/// <summary>A problem as Kayse sends it (RFC 9457).</summary>
internal sealed record KayseProblem(
    string? Detail,
    string? Title,
    string? Code,
    string? Reason,
    string? TraceId,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors
)
{
    /// <summary>The exception for an answer that isn't a success.</summary>
    public static async Task<KayseException> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var problem = await ParseAsync(response, ct).ConfigureAwait(false);
        var isRefusal = (int)response.StatusCode is >= 400 and < 500 && problem?.Code is not null;
        if (!isRefusal)
            return new KayseUnavailableException($"Kayse answered with status {(int)response.StatusCode}.")
            {
                Status = response.StatusCode,
                TraceId = problem?.TraceId,
                RetryAfter = RetryAfterOf(response),
            };
        return new KayseException(problem!.Detail ?? problem.Title ?? "Kayse refused the call.")
        {
            Code = problem.Code!,
            Status = response.StatusCode,
            Reason = problem.Reason,
            TraceId = problem.TraceId,
            Errors = problem.Errors ?? ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty,
            RetryAfter = RetryAfterOf(response),
        };
    }

    private static async Task<KayseProblem?> ParseAsync(HttpResponseMessage response, CancellationToken ct)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return null;
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
            return await JsonSerializer.DeserializeAsync<KayseProblem>(body, KayseJson.Options, ct).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta;
}
