using Kayse.Grains.Directory;
using Kayse.Silo.PhoneNumbers;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Silo.Tests.PhoneNumbers;

public sealed partial class PhoneNumberDifferentialTests
{
    private const int MinInputs = 60_000;
    private const int ShownDifferences = 20;

    [Fact]
    public async Task Verdicts_numbers_countries_and_reasons_are_those_of_libphonenumber_js()
    {
        await using var services = new ServiceCollection().AddPhoneNumbers().BuildServiceProvider();
        var parser = services.GetRequiredService<IPhoneNumberParser>();
        var judged = await PhoneNumberReference.JudgeAsync();

        var differences = judged
            .Select(expected => (expected, actual: parser.Parse(expected.Input, expected.Country)))
            .Where(pair => !pair.expected.Agrees(pair.actual))
            .ToList();

        judged.Count.ShouldBeGreaterThan(MinInputs);
        differences.Count.ShouldBeLessThanOrEqualTo(
            MostDifferences,
            $"{differences.Count} of {judged.Count} differ, the first of them:\n"
            + string.Join('\n', differences.Take(ShownDifferences).Select(pair => $"{pair.expected}\n  but {pair.actual}")));
    }

    [Fact]
    public async Task Metadata_is_that_of_the_package()
    {
        var isSame = await EmbeddedMetadataAsync() == await File.ReadAllTextAsync(PhoneNumberReference.PathOf("metadata.max.json"));

        isSame.ShouldBeTrue("Run scripts/refresh-phone-metadata.sh.");
    }

    [Fact]
    public async Task No_pattern_repeats_without_bound() =>
        (await EmbeddedMetadataAsync()).ShouldNotMatch(@"[*+]|\{\d+,\}", "DigitPattern relies on it, or hostile input could be slow.");

    private static async Task<string> EmbeddedMetadataAsync()
    {
        await using var embedded = typeof(PhoneNumbersServiceCollectionExtensions).Assembly
            .GetManifestResourceStream("Kayse.Silo.PhoneNumbers.metadata.max.json")!;
        using var text = new StreamReader(embedded);
        return await text.ReadToEndAsync();
    }
}
