using System.Globalization;
using Kayse.Grains.Retention;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.Retention.Pages;

/// <summary>Retention periods in words.</summary>
internal static class RetentionText
{
    /// <summary>Such as <c>90 days</c>.</summary>
    public static string InWords(int? days) =>
        days switch
        {
            null => "Without an end",
            1 => "1 day",
            { } number => string.Create(CultureInfo.InvariantCulture, $"{number:N0} days"),
        };

    /// <summary>Likewise, how long the active company of a person keeps data of a kind.</summary>
    public static async Task<string> InWordsAsync(IGrainFactory grains, Caller caller, RetentionKind kind) =>
        InWords((await caller.Company<ICompanyRetentionGrain>(grains).GetRetentionAsync(caller.Actor))[kind].Days);

    /// <summary>What can be chosen, and what applies without a choice.</summary>
    public static string HintOf(RetentionPeriod period)
    {
        var empty = period.DefaultDays is { } days ? $"for {InWords(days)}" : "to keep it without an end";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{period.MinimumDays:N0} to {period.MaximumDays:N0} days. Leave empty {empty}."
        );
    }
}
