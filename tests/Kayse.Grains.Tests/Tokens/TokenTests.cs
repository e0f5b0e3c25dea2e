using Kayse.Grains.Tokens;
using Kayse.Testing;

namespace Kayse.Grains.Tests.Tokens;

public sealed class TokenTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void A_token_holds_its_id_and_256_bits_of_which_the_hash_is_known()
    {
        var id = EntityId.New(_clock);
        var token = SecretToken.Create(id, out var hash);
        SecretToken.TryParse(token, out var parsed).ShouldBeTrue();
        parsed.Id.ToString().ShouldBe(id);
        parsed.Hash.Matches(hash).ShouldBeTrue();
        token.Length.ShouldBe(24 + 1 + 43);
        SecretToken.Create(id, out var other).ShouldNotBe(token);
        parsed.Hash.Matches(other).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("kayse")]
    [InlineData("0123456789abcdefghjkmnpq.")]
    [InlineData("0123456789abcdefghjkmnpq.short")]
    [InlineData("0123456789abcdefghjkmnpq.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+")]
    [InlineData("0123456789ABCDEFGHJKMNPQ.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("../../../../etc/passwd/x.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("0123456789abcdefghjkmnpq,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("0123456789abcdefghjkmnpq.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_has_not_the_form_of_a_token_is_none(string text) => SecretToken.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void The_hash_of_nothing_matches_nothing()
    {
        default(TokenHash).Matches(default).ShouldBeFalse();
        default(TokenHash).IsNone.ShouldBeTrue();
    }

    [Fact]
    public void A_hash_survives_json_and_shows_itself_nowhere_else()
    {
        SecretToken.Create(EntityId.New(_clock), out var hash);
        System.Text.Json.JsonSerializer.Deserialize<TokenHash>(System.Text.Json.JsonSerializer.Serialize(hash)).ShouldBe(hash);
        hash.ToString().ShouldBe("(hash)");
    }

    [Fact]
    public void Ids_sort_by_the_time_of_their_making_and_differ()
    {
        var ids = new List<string>();
        for (var i = 0; i < 1000; i++)
        {
            ids.Add(EntityId.New(_clock));
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => EntityId.IsWellFormed(id));
    }

    [Fact]
    public void A_seed_always_gives_the_same_id()
    {
        EntityId.From("a"u8).ShouldBe(EntityId.From("a"u8));
        EntityId.From("a"u8).ShouldNotBe(EntityId.From("b"u8));
        EntityId.IsWellFormed(EntityId.From("a"u8)).ShouldBeTrue();
    }
}
