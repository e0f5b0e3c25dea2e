using Kayse.Grains.Directory;

namespace Kayse.Grains.Tests.Directory;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ada@firm.example", "ada@firm.example")]
    [InlineData("  Ada.Smith+work@FIRM.Example ", "ada.smith+work@firm.example")]
    [InlineData("\u200Bada@firm.example", "ada@firm.example")]
    [InlineData("ada@firm.example\u200B", "ada@firm.example")]
    [InlineData("\uFEFF\u00A0ada@firm.example\u2060\u00A0\uFEFF", "ada@firm.example")]
    [InlineData("o'neil@firm.example", "o'neil@firm.example")]
    [InlineData("jürgen@müller.example", "jürgen@xn--mller-kva.example")]
    [InlineData("ju\u0308rgen@firm.example", "jürgen@firm.example")]
    [InlineData("用户@例子.example", "用户@xn--fsqu00a.example")]
    public void An_address_has_one_form(string typed, string kept)
    {
        EmailAddress.TryNormalize(typed, out var normalized).ShouldBeTrue();
        normalized.ShouldBe(kept);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("@firm.example")]
    [InlineData("ada@")]
    [InlineData("ada@localhost")]
    [InlineData("ada@firm..example")]
    [InlineData("ada@firm.example.")]
    [InlineData(".ada@firm.example")]
    [InlineData("ada.@firm.example")]
    [InlineData("a..da@firm.example")]
    [InlineData("ada smith@firm.example")]
    [InlineData("ada@smith@firm.example")]
    [InlineData("ada\r\nBcc: eve@evil.example@firm.example")]
    [InlineData("\"ada\"@firm.example")]
    [InlineData("ada@-firm.example")]
    [InlineData("ada@fi_rm.example")]
    [InlineData("ada\ud800@firm.example")]
    [InlineData("<ada@firm.example>")]
    [InlineData("a\u200Bda@firm.example")]
    public void What_mail_cannot_be_sent_to_is_none(string? typed) => EmailAddress.TryNormalize(typed, out _).ShouldBeFalse();

    [Fact]
    public void Lengths_are_bounded()
    {
        EmailAddress.TryNormalize(new string('a', 64) + "@firm.example", out _).ShouldBeTrue();
        EmailAddress.TryNormalize(new string('a', 65) + "@firm.example", out _).ShouldBeFalse();
        EmailAddress.TryNormalize("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)) + ".example", out _).ShouldBeFalse();
        EmailAddress.TryNormalize(new string('a', 100_000) + "@firm.example", out _).ShouldBeFalse();
    }
}
