using Kayse.Silo.AzureStorage;

namespace Kayse.Silo.Tests.AzureStorage;

public sealed class GrainBlobNamesTests
{
    [Theory]
    [InlineData("state", "user", "0123456789abcdef")]
    [InlineData("state", "email-address", "o'neil/..+tag@firm.example")]
    [InlineData("unfinished-import", "import", "..")]
    [InlineData("a=b", "c=d", "e=2Ff")]
    [InlineData("státe", "tÿpe", "ærø \0\u001f\\?#%😀.")]
    public void A_name_can_be_read_back(string state, string type, string key)
    {
        var grain = GrainId.Create(type, key);

        GrainBlobNames.Read(NameOf(state, grain)).ShouldBe((state, grain));
    }

    [Theory]
    [InlineData("state", "user", "..", "state", "user", ".")]
    [InlineData("x-y", "z", "k", "x", "y-z", "k")]
    [InlineData("x", "y", "z/k", "x", "y/z", "k")]
    [InlineData("x", "y", "=2E", "x", "y", ".")]
    [InlineData("x", "y", "k", "X", "y", "k")]
    public void No_two_states_have_one_name(
        string state,
        string type,
        string key,
        string otherState,
        string otherType,
        string otherKey
    ) => NameOf(state, GrainId.Create(type, key)).ShouldNotBe(NameOf(otherState, GrainId.Create(otherType, otherKey)));

    [Fact]
    public void The_longest_email_address_makes_a_name_that_a_blob_may_have()
    {
        var address =
            $"{string.Concat(Enumerable.Repeat("\U0001F600", 32))}@{string.Join('.', Enumerable.Repeat(new string('a', 62), 3))}";

        var name = NameOf("email-address", GrainId.Create("email-address", address));

        name.Length.ShouldBeLessThan(1_024);
        name.ShouldAllBe(c => char.IsAsciiLetterOrDigit(c) || "@_=-/.".Contains(c));
    }

    [Theory]
    [InlineData("")]
    [InlineData("readme.txt")]
    [InlineData("state-user/key")]
    public void Another_name_is_none_of_a_state(string name) => GrainBlobNames.Read(name).ShouldBeNull();

    private static string NameOf(string state, GrainId grain) => $"{GrainBlobNames.Of(state)}-{GrainBlobNames.Of(grain)}.json";
}
