using Kayse.Grains.Errors;

namespace Kayse.Grains.Companies;

internal static class SeatRules
{
    /// <summary>The limit of a company that has set <paramref name="chosen"/>; null for none.</summary>
    public static int? LimitOf(int? chosen, SeatOptions options) =>
        (chosen ?? options.Default, options.Maximum) switch
        {
            ({ } limit, { } maximum) => Math.Min(limit, maximum),
            var (limit, maximum) => limit ?? maximum,
        };

    /// <summary>
    /// The limit; notes an error when a company can't set it. One below what is taken already is fine: nobody leaves by
    /// it, and nobody comes.
    /// </summary>
    public static int? CheckLimit(FieldErrors errors, int? limit, SeatOptions options)
    {
        if (limit < 1)
            errors.Add("seatLimit", "This must be at least 1, or null for no limit.");
        else if (limit > options.Maximum)
            errors.Add("seatLimit", $"This can be at most {options.Maximum}.");
        return limit;
    }
}
