using Kayse.Grains.ApiKeys;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.ApiKeys;

public class ApiKeyTokenTests
{
    private static readonly string _id = EntityId.New(TimeProvider.System);

    [Fact]
    public void A_key_is_read_back()
    {
        var key = ApiKeyToken.Create(_id, out var hash);
        key.ShouldStartWith($"kayse_{_id}_");
        ApiKeyToken.TryParse(key, out var parsed).ShouldBeTrue();
        parsed.Id.ToString().ShouldBe(_id);
        parsed.Hash.Matches(hash).ShouldBeTrue();
    }

    [Fact]
    public void Its_checksum_is_the_crc_of_the_rest()
    {
        var key = ApiKeyToken.Create(_id, out _);
        // Of the nine digits the standard's check value is cbf43926; the same computation another way.
        Crc("123456789").ShouldBe("cbf43926");
        key[^8..].ShouldBe(Crc(key[..^8]));
    }

    [Fact]
    public void Any_other_character_makes_it_none()
    {
        var key = ApiKeyToken.Create(_id, out _);
        for (var place = 0; place < key.Length; place++)
            ApiKeyToken
                .TryParse($"{key[..place]}{(key[place] == 'x' ? 'y' : 'x')}{key[(place + 1)..]}", out _)
                .ShouldBeFalse($"place {place}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("kayse_")]
    [InlineData("kayse_0_1")]
    public void What_is_no_key_is_none(string text) => ApiKeyToken.TryParse(text, out _).ShouldBeFalse();

    private static string Crc(string text)
    {
        var table = Enumerable
            .Range(0, 256)
            .Select(number =>
                Enumerable.Range(0, 8).Aggregate((uint)number, (value, _) => value % 2 == 0 ? value / 2 : (value / 2) ^ 0xEDB88320)
            )
            .ToArray();
        return (~text.Aggregate(uint.MaxValue, (crc, character) => table[(crc ^ character) & 0xff] ^ (crc >> 8))).ToString(
            "x8",
            System.Globalization.CultureInfo.InvariantCulture
        );
    }
}
