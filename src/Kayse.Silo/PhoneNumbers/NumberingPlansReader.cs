using System.Text.Json;

namespace Kayse.Silo.PhoneNumbers;

/// <summary>Reads the metadata in this assembly: see Metadata/README.md.</summary>
internal static class NumberingPlansReader
{
    private const string Resource = "Kayse.Silo.PhoneNumbers.metadata.max.json";

    public static NumberingPlans ReadEmbedded()
    {
        using var stream = typeof(NumberingPlansReader).Assembly.GetManifestResourceStream(Resource)!;
        using var document = JsonDocument.Parse(stream);
        return Read(document.RootElement);
    }

    private static NumberingPlans Read(JsonElement metadata)
    {
        var countries = metadata.GetProperty("countries").EnumerateObject()
            .ToDictionary(country => country.Name, country => NumberingPlanReader.Read(country.Name, country.Value), StringComparer.Ordinal);
        var shared = metadata.GetProperty("country_calling_codes").EnumerateObject()
            .Select(code => code.Value.EnumerateArray().Select(country => countries[country.GetString()!]).ToArray());
        var ofNoCountry = metadata.GetProperty("nonGeographic").EnumerateObject()
            .Select(code => new[] { NumberingPlanReader.Read(country: null, code.Value) });
        return new NumberingPlans(countries.Values, shared.Concat(ofNoCountry));
    }
}
