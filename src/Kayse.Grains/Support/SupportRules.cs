using Kayse.Grains.Errors;

namespace Kayse.Grains.Support;

/// <summary>What may be sent to support.</summary>
internal static class SupportRules
{
    private const int MaxKnown = 50;

    /// <summary>The message as it is mailed; refuses one that is empty, too long, or holds what can't be shown.</summary>
    public static string CheckMessage(string? message)
    {
        var errors = new FieldErrors();
        var lines = (message ?? "").ReplaceLineEndings("\n").Split('\n');
        var clean = lines.Select(line => PlainText.TryClean(line, out var text) ? text : null).ToList();
        var kept = string.Join('\n', clean).Trim('\n');
        if (message?.Length > FieldLimits.SupportMessage * 4 || kept.Length > FieldLimits.SupportMessage || clean.Contains(null))
            errors.Add("message", $"This may have up to {FieldLimits.SupportMessage:N0} characters, without control characters.");
        else if (!lines.Any(Directory.InvisibleText.IsVisible))
            errors.Add("message", "This is required.");
        errors.ThrowIfAny();
        return kept;
    }

    /// <summary>The state with one more request that is on its way.</summary>
    public static SupportState Add(SupportState state, SendRequest request) =>
        new() { KnownIds = [.. state.KnownIds.TakeLast(MaxKnown - 1), request.Audit.Id], Pending = [.. state.Pending, request] };
}
