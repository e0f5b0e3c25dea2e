using Kayse.Grains.Directory;
using Kayse.Silo.PhoneNumbers;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Silo.Tests.PhoneNumbers;

public sealed class PhoneNumberParserTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddPhoneNumbers().BuildServiceProvider();

    private IPhoneNumberParser Parser => _services.GetRequiredService<IPhoneNumberParser>();

    public void Dispose() => _services.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t\n")]
    [InlineData("+")]
    [InlineData("+1")]
    [InlineData("+44")]
    [InlineData("+998")]
    [InlineData("+870")]
    [InlineData(" +44 ")]
    [InlineData("(+44)")]
    [InlineData("+ 4-4")]
    [InlineData("\uFF0B\uFF14\uFF14")]
    public void Nothing_and_a_bare_calling_code_are_empty(string? input)
    {
        Parser.Parse(input, "GB").ShouldBe(PhoneNumberResult.Empty);
        Parser.Parse(input, null).ShouldBe(PhoneNumberResult.Empty);
    }

    [Theory]
    [InlineData("GB", "44")]
    [InlineData("JE", "44")]
    [InlineData("US", "1")]
    [InlineData("UZ", "998")]
    [InlineData("AQ", null)]
    [InlineData("gb", null)]
    [InlineData("", null)]
    public void A_country_has_the_calling_code_that_is_dialled_before_its_numbers(string country, string? code) =>
        Parser.CallingCodeOf(country).ShouldBe(code);

    [Theory]
    [InlineData("44", "too_short")]
    [InlineData("0044", "too_short")]
    [InlineData("+3", "not_a_number")]
    [InlineData("+44x", "not_a_number")]
    [InlineData("++44", "not_a_number")]
    [InlineData("+999", "unknown_country")]
    [InlineData("-", "not_a_number")]
    public void What_is_less_than_a_number_and_no_calling_code_is_invalid(string input, string reason) =>
        Parser.Parse(input, "GB").ShouldBe(PhoneNumberResult.Invalid(reason));

    [Theory]
    [InlineData("+44 20 7946 0018", "+442079460018", "GB")]
    [InlineData("+44 (0)20 7946 0018", "+442079460018", "GB")]
    [InlineData("+44 7624 369230", "+447624369230", "IM")]
    [InlineData("+1 (604) 555-0123", "+16045550123", "CA")]
    [InlineData("+1 340 642 1234", "+13406421234", "VI")]
    [InlineData("+39 06 698 83712", "+390669883712", "VA")]
    [InlineData("+39 02 3661 8300", "+390236618300", "IT")]
    [InlineData("+54 9 11 2345-6789", "+5491123456789", "AR")]
    [InlineData("+7 701 234 5678", "+77012345678", "KZ")]
    [InlineData("+800 1234 5678", "+80012345678", null)]
    [InlineData("+870 301 234 567", "+870301234567", null)]
    [InlineData("+979 123 456 789", "+979123456789", null)]
    [InlineData("+٤٤ ٢٠ ٧٩٤٦ ٠٠١٨", "+442079460018", "GB")]
    [InlineData("+44 20 7946 0018 ext. 12", "+442079460018", "GB")]
    [InlineData("tel:20-7946-0018;phone-context=+44", "+442079460018", "GB")]
    [InlineData("tel:+44-20-7031-3003", "+442070313003", "GB")]
    [InlineData("\uFF0B\uFF14\uFF14 20 7031 3002", "+442070313002", "GB")]
    [InlineData("Office: +44 20 7031 3002", "+442070313002", "GB")]
    [InlineData("+1 800 FLOWERS", "+18003569377", "US")]
    public void International_numbers_need_no_country(string input, string e164, string? country)
    {
        Parser.Parse(input, null).ShouldBe(PhoneNumberResult.Valid(e164, country));
        Parser.Parse(input, "JP").ShouldBe(PhoneNumberResult.Valid(e164, country));
    }

    [Theory]
    [InlineData("020 7946 0018", "GB", "+442079460018", "GB")]
    [InlineData("020 7946 0018", "gb", "+442079460018", "GB")]
    [InlineData("442079460018", "GB", "+442079460018", "GB")]
    [InlineData("00 1 604 555 0123", "GB", "+16045550123", "CA")]
    [InlineData("011 44 20 7946 0018", "US", "+442079460018", "GB")]
    [InlineData("642 1234", "VI", "+13406421234", "VI")]
    [InlineData("011 15-2345-6789", "AR", "+5491123456789", "AR")]
    [InlineData("0 15 21 3456-7890", "BR", "+552134567890", "BR")]
    [InlineData("07624 369230", "GB", "+447624369230", "IM")]
    [InlineData("02 3661 8300", "IT", "+390236618300", "IT")]
    public void National_numbers_are_those_of_the_country_given(string input, string given, string e164, string country)
    {
        Parser.Parse(input, given).ShouldBe(PhoneNumberResult.Valid(e164, country));
        Parser.Parse(input, null).Kind.ShouldBe(PhoneNumberKind.Invalid);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("XX")]
    public void Without_a_country_that_is_known_a_national_number_has_none(string? country) =>
        Parser.Parse("020 7946 0018", country).ShouldBe(PhoneNumberResult.Invalid("unknown_country"));

    [Theory]
    [InlineData("hello", "not_a_number")]
    [InlineData("+44 20 7946 0018 call me", "too_long")]
    [InlineData("+44 20 7946 0018 \u00B7 call me", "not_a_number")]
    [InlineData("+0 20 7946 0018", "unknown_country")]
    [InlineData("+44 20 794", "too_short")]
    [InlineData("+44 20 7946 0018 1234", "too_long")]
    [InlineData("+1 234 555", "too_short")]
    [InlineData("+1 123 456 7890", "invalid")]
    public void Anything_else_is_refused_with_a_reason(string input, string reason) =>
        Parser.Parse(input, "GB").ShouldBe(PhoneNumberResult.Invalid(reason));

    [Fact]
    public void Input_may_be_250_characters_long()
    {
        Parser.Parse("+442079460018".PadRight(250), null).Kind.ShouldBe(PhoneNumberKind.Valid);
        Parser.Parse("+442079460018".PadRight(251), null).ShouldBe(PhoneNumberResult.Invalid("too_long"));
        Parser.Parse(new string('9', 10_000_000), "GB").ShouldBe(PhoneNumberResult.Invalid("too_long"));
    }

    [Fact]
    public async Task Many_threads_may_begin_at_once()
    {
        using var start = new Barrier(4);
        var readers = Enumerable
            .Range(0, 4)
            .Select(_ =>
                Task.Factory.StartNew(
                    () =>
                    {
                        start.SignalAndWait();
                        return Parser.Parse("011 15-2345-6789", "AR").E164;
                    },
                    TaskCreationOptions.LongRunning
                )
            );

        (await Task.WhenAll(readers)).ShouldAllBe(e164 => e164 == "+5491123456789");
    }
}
