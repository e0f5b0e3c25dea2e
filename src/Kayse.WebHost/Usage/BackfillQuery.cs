using Kayse.Grains.Errors;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Usage;

/// <summary>How events are taken. A text, so that a bad one is a problem that names the field.</summary>
/// <param name="Backfill"><c>true</c> takes events that are more than 35 days old; <c>false</c> is the default.</param>
internal sealed record BackfillQuery([QueryFlag] string? Backfill)
{
    /// <summary>Whether events may be old, or a refusal that names the field.</summary>
    public bool IsBackfill() =>
        Backfill switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw new RefusedException(HttpErrors.Field("backfill", "This must be true or false.")),
        };
}
