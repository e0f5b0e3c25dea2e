using System.Text;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Tests.TwoFactor;

public class TotpTests
{
    private static readonly byte[] _secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, its last six digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
        => Totp.CodeOf(_secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))).ShouldBe(code);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_one_step_off(int drift, bool accepted)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var code = Totp.CodeOf(_secret, Totp.StepAt(now) + drift);
        Totp.Match(_secret, code, now, lastStep: 0).HasValue.ShouldBe(accepted);
    }

    [Fact]
    public void A_code_is_not_accepted_twice_nor_one_before_it()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepAt(now);
        Totp.Match(_secret, Totp.CodeOf(_secret, step), now, lastStep: step).ShouldBeNull();
        Totp.Match(_secret, Totp.CodeOf(_secret, step - 1), now, lastStep: step).ShouldBeNull();
        Totp.Match(_secret, Totp.CodeOf(_secret, step + 1), now, lastStep: step).ShouldBe(step + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345a")]
    [InlineData("१२३४५६")]
    public void What_is_no_code_matches_nothing(string code) => Totp.Match(_secret, code, DateTimeOffset.UnixEpoch.AddDays(1), 0).ShouldBeNull();

    [Fact]
    public void A_code_may_be_typed_as_apps_show_it()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var code = Totp.CodeOf(_secret, Totp.StepAt(now));
        Totp.Match(_secret, $"{code[..3]} {code[3..]}", now, 0).ShouldNotBeNull();
    }

    // RFC 4648, 10, without its padding.
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_shown_in_base_32(string text, string encoded) => Base32.Encode(Encoding.ASCII.GetBytes(text)).ShouldBe(encoded);
}
