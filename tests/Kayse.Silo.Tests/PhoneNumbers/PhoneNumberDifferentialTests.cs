using System.Text;
using Kayse.Grains.Directory;
using Kayse.Silo.PhoneNumbers;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Silo.Tests.PhoneNumbers;

public sealed class PhoneNumberDifferentialTests
{
    private const int MinInputs = 60_000;
    private const int ShownDifferences = 20;

    // JavaScript's patterns know ASCII letters and the digits of three scripts; .NET's know all letters and digits of
    // Unicode.
    private const int KnownBeyondAscii = 265;

    // Two plus signs before a prefix for calls abroad, ++00 44: JavaScript drops both, .NET one.
    private const int KnownDoublePlus = 12;

    // The .NET package has a newer release of the numbering plans of Benin, Botswana, China, Finland, Spain and
    // Zimbabwe: 166 inputs. One is garbage with line breaks.
    private const int KnownOthers = 167;

    [Fact]
    public async Task Verdicts_numbers_countries_and_reasons_are_those_of_google_libphonenumber()
    {
        await using var services = new ServiceCollection().AddPhoneNumbers().BuildServiceProvider();
        var parser = services.GetRequiredService<IPhoneNumberParser>();
        var judged = await PhoneNumberReference.JudgeAsync();

        var differences = judged
            .Select(expected => (expected, actual: parser.Parse(expected.Input, expected.Country)))
            .Where(pair => !pair.expected.Agrees(pair.actual))
            .ToList();

        judged.Count.ShouldBeGreaterThan(MinInputs);
        Verify(differences.Where(pair => IsBeyondAscii(pair.expected)), KnownBeyondAscii);
        Verify(differences.Where(pair => HasDoublePlus(pair.expected)), KnownDoublePlus);
        Verify(differences.Where(pair => !IsBeyondAscii(pair.expected) && !HasDoublePlus(pair.expected)), KnownOthers);
    }

    private static bool IsBeyondAscii(JudgedInput judged) => !Ascii.IsValid(judged.Input) && !HasDoublePlus(judged);

    private static bool HasDoublePlus(JudgedInput judged) => judged.Input.Contains("++", StringComparison.Ordinal);

    private static void Verify(IEnumerable<(JudgedInput Expected, PhoneNumberResult Actual)> differences, int known)
    {
        var found = differences.ToList();
        found.Count.ShouldBe(
            known,
            string.Join('\n', found.Take(ShownDifferences).Select(pair => $"{pair.Expected}\n  but {pair.Actual}"))
        );
    }
}
