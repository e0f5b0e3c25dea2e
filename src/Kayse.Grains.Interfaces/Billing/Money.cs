using System.Collections.Frozen;
using System.Globalization;

namespace Kayse.Grains.Billing;

/// <summary>Amounts in minor units, such as cents, and how people read them.</summary>
public static class Money
{
    // ISO 4217; all others have two decimals.
    private static readonly FrozenDictionary<string, int> _decimals = new (int Decimals, string Currencies)[]
    {
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
        (4, "CLF UYW"),
    }
        .SelectMany(group => group.Currencies.Split(' ').Select(currency => (Currency: currency, group.Decimals)))
        .ToFrozenDictionary(known => known.Currency, known => known.Decimals, StringComparer.Ordinal);

    /// <summary>Decimals of a currency: how many minor units make one main unit is ten to this power.</summary>
    public static int DecimalsOf(string currency) => _decimals.GetValueOrDefault(currency, 2);

    /// <summary>An amount of main units in minor units, rounded half away from zero.</summary>
    public static long InMinorUnits(decimal amount, string currency)
    {
        for (var i = DecimalsOf(currency); i > 0; i--)
            amount *= 10;
        return (long)Math.Clamp(decimal.Round(amount, MidpointRounding.AwayFromZero), long.MinValue, long.MaxValue);
    }

    /// <summary>An amount of minor units in main units.</summary>
    public static decimal InMainUnits(long amount, string currency)
    {
        var main = (decimal)amount;
        for (var i = DecimalsOf(currency); i > 0; i--)
            main /= 10;
        return main;
    }

    /// <summary>Such as <c>$1,234.50</c>, or <c>1,234.50 EUR</c>.</summary>
    public static string Format(long amount, string currency)
    {
        var number = Math.Abs(InMainUnits(amount, currency)).ToString($"N{DecimalsOf(currency)}", CultureInfo.InvariantCulture);
        var sign = amount < 0 ? "-" : "";
        return currency == "USD" ? $"{sign}${number}" : $"{sign}{number} {currency}";
    }
}
