using System.Text;
using Kayse.Grains.TwoFactor;
using OtpNet;

namespace Kayse.Grains.Tests.TwoFactor;

public class TimeBasedCodeTests
{
    private static readonly byte[] _secret = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
    private static readonly long _step = _now.ToUnixTimeSeconds() / 30;

    // RFC 6238, appendix B, its last six digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        TimeBasedCodes.Match(_secret, code, DateTimeOffset.FromUnixTimeSeconds(seconds), lastStep: 0).ShouldBe(seconds / 30);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_one_step_off(int drift, bool accepted) =>
        TimeBasedCodes.Match(_secret, CodeOf(_step + drift), _now, lastStep: 0).HasValue.ShouldBe(accepted);

    [Fact]
    public void A_code_is_not_accepted_twice_nor_one_before_it()
    {
        TimeBasedCodes.Match(_secret, CodeOf(_step), _now, lastStep: _step).ShouldBeNull();
        TimeBasedCodes.Match(_secret, CodeOf(_step - 1), _now, lastStep: _step).ShouldBeNull();
        TimeBasedCodes.Match(_secret, CodeOf(_step + 1), _now, lastStep: _step).ShouldBe(_step + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345a")]
    [InlineData("\uD800")]
    public void What_is_no_code_matches_nothing(string code) => TimeBasedCodes.Match(_secret, code, _now, 0).ShouldBeNull();

    [Fact]
    public void Endless_text_is_no_code() => TimeBasedCodes.Match(_secret, CodeOf(_step).PadRight(10_000_000), _now, 0).ShouldBeNull();

    [Theory]
    [InlineData("{0} {1}")]
    [InlineData("{0}-{1}")]
    [InlineData("{0}{1}\n")]
    [InlineData("\r\n\t{0}{1}\r\n")]
    [InlineData("\u00A0{0}\u00A0{1}\u202F")]
    [InlineData("{0}\u2013{1}")]
    [InlineData("{0}\u2212{1}")]
    [InlineData("{0}\uFF0D{1}")]
    [InlineData("\u200B{0}\u2060{1}\uFEFF")]
    public void A_code_may_be_typed_as_apps_show_it_and_pasted_with_what_stands_around_it(string form)
    {
        var code = CodeOf(_step);
        TimeBasedCodes.Match(_secret, string.Format(null, form, code[..3], code[3..]), _now, 0).ShouldBe(_step);
    }

    [Theory]
    [InlineData(0xFF10)]
    [InlineData(0x0660)]
    [InlineData(0x06F0)]
    [InlineData(0x0966)]
    [InlineData(0x1D7CE)]
    public void Digits_may_be_of_any_script(int zero)
    {
        var code = string.Concat(CodeOf(_step).Select(digit => char.ConvertFromUtf32(zero + digit - '0')));
        TimeBasedCodes.Match(_secret, code, _now, 0).ShouldBe(_step);
    }

    // RFC 4648, 10, repeated to whole groups.
    [Theory]
    [InlineData("foobafooba", "MZXW6YTBMZXW6YTB")]
    public void Secrets_are_shown_in_base_32(string text, string encoded) =>
        TimeBasedCodes.Base32(Encoding.ASCII.GetBytes(text)).ShouldBe(encoded);

    [Fact]
    public void Secrets_are_160_bits_and_never_the_same()
    {
        var secrets = Enumerable.Range(0, 50).Select(_ => TimeBasedCodes.NewSecret()).ToList();
        secrets.ShouldAllBe(secret => secret.Length == 20);
        secrets.Select(Convert.ToHexString).Distinct().Count().ShouldBe(50);
    }

    private static string CodeOf(long step) => new Totp(_secret).ComputeTotp(DateTimeOffset.FromUnixTimeSeconds(step * 30).UtcDateTime);
}
