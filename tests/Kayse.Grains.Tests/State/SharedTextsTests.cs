using Kayse.Grains.State;

namespace Kayse.Grains.Tests.State;

public sealed class SharedTextsTests
{
    [Fact]
    public void Equal_texts_become_one_object()
    {
        var first = SharedTexts.Of(Copy("Law Offices LLP"));

        SharedTexts.Of(Copy("Law Offices LLP")).ShouldBeSameAs(first);
    }

    [Fact]
    public void Equal_lists_become_one_object()
    {
        var first = SharedTexts.Of(["crm.access", Copy("members.read")]);

        SharedTexts.Of(["crm.access", Copy("members.read")]).ShouldBeSameAs(first);
    }

    [Fact]
    public void Order_and_length_of_a_list_stay()
    {
        SharedTexts.Of(["a", "b"]).ShouldBe(["a", "b"]);
        SharedTexts.Of(["b", "a"]).ShouldBe(["b", "a"]);
        SharedTexts.Of(["a", "b", "c"]).ShouldBe(["a", "b", "c"]);
        SharedTexts.Of((IReadOnlyList<string>)[]).ShouldBeEmpty();
    }

    [Fact]
    public void More_texts_than_there_are_places_all_keep_their_value()
    {
        for (var number = 0; number < 200_000; number++)
        {
            var text = Copy($"text {number}");
            SharedTexts.Of(text).ShouldBe(text);
        }
    }

    private static string Copy(string text) => new(text.AsSpan());
}
