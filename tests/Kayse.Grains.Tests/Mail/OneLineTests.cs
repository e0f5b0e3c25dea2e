using Kayse.Grains.Mail;

namespace Kayse.Grains.Tests.Mail;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("Ada Lovelace", "Ada Lovelace")]
    [InlineData("  Ada \t Lovelace  ", "Ada Lovelace")]
    [InlineData("Ada\r\nBcc: eve@example.com", "Ada Bcc: eve@example.com")]
    [InlineData("a\0b\u0085c\u2028d\u2029e\u007Ff", "a b c d e f")]
    [InlineData("a\u202Eb\u2066c", "abc")]
    [InlineData("Zoë 博士 😀 👩‍🔬", "Zoë 博士 😀 👩‍🔬")]
    [InlineData("\r\n", "")]
    public void Text_is_brought_onto_one_line(string text, string line) => OneLine.Of(text).ShouldBe(line);

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() => OneLine.Of("a\ud83d").ShouldBe("a\ufffd");
}
