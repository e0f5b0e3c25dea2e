using System.Globalization;
using Kayse.Grains.Billing;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Billing.Pages;

/// <summary>Amounts as people type them: <c>1,250.50</c>, with or without the currency.</summary>
internal static class MoneyText
{
    /// <summary>An amount for a field, such as <c>1250.50</c>.</summary>
    public static string Of(long amount, string currency) =>
        Money.InMainUnits(amount, currency).ToString($"F{Money.DecimalsOf(currency)}", CultureInfo.InvariantCulture);

    /// <summary>The amount in minor units; refuses what is none, and more decimals than the currency has.</summary>
    public static long Parse(string field, string text, string currency)
    {
        var typed = text.Replace(currency, "", StringComparison.OrdinalIgnoreCase).Replace("$", "", StringComparison.Ordinal).Trim();
        const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(typed, Styles, CultureInfo.InvariantCulture, out var amount))
            throw new RefusedException(HttpErrors.Field(field, $"“{text}” isn't an amount such as {Of(125_000, currency)}."));
        if (decimal.Round(amount, Money.DecimalsOf(currency)) != amount)
            throw new RefusedException(HttpErrors.Field(field, $"{currency} has {Decimals(currency)}."));
        return Money.InMinorUnits(amount, currency);
    }

    private static string Decimals(string currency) =>
        Money.DecimalsOf(currency) switch
        {
            0 => "no decimals",
            var decimals => $"{decimals} decimals at most",
        };
}
