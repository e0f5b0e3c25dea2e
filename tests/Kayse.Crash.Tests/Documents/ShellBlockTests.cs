namespace Kayse.Crash.Documents;

public sealed class ShellBlockTests
{
    private const string Document = """
        # Title

        ```sh
        echo one
        echo two
        ```
        ```text
        one
        t…o
        ```

        ```sh
        true
        ```
        """;

    [Fact]
    public void Blocks_are_found_with_their_output_and_place()
    {
        var blocks = ShellBlock.In("page.md", Document + "\n").ToList();

        blocks.Select(block => block.Commands).ShouldBe(["echo one\necho two\n", "true\n"]);
        blocks.Select(block => block.Output).ShouldBe(["one\nt…o", ""]);
        blocks.Select(block => block.Place).ShouldBe(["page.md:4", "page.md:13"]);
    }

    [Theory]
    [InlineData("one\ntwo\n", true)]
    [InlineData("one\nt, then o", true)]
    [InlineData("one\nt\no\n", false)]
    [InlineData("one\n", false)]
    [InlineData("one\ntwo\nthree\n", false)]
    [InlineData("an error\none\ntwo\n", false)]
    public void Output_is_what_the_document_says_or_it_is_not(string output, bool same) =>
        ShellBlock.In("page.md", Document + "\n").First().Prints(output).ShouldBe(same);

    [Fact]
    public void A_block_without_output_prints_nothing() => ShellBlock.In("page.md", Document + "\n").Last().Prints("\n").ShouldBeTrue();
}
