using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Versions;
using Microsoft.AspNetCore.Http;

namespace Kayse.WebHost.Tests.Http.Versions;

public sealed class IfMatchTests
{
    [Theory]
    [InlineData("\"12\"", 12L)]
    [InlineData("  \"12\" ", 12L)]
    [InlineData("\"9223372036854775807\"", long.MaxValue)]
    public async Task A_tag_of_ours_names_a_version(string header, long version) => (await OfAsync(header)).Version.ShouldBe(version);

    [Fact]
    public async Task Without_the_header_or_with_a_star_any_version_will_do()
    {
        (await OfAsync()).Version.ShouldBeNull();
        (await OfAsync("*")).Version.ShouldBeNull();
    }

    [Theory]
    [InlineData("W/\"12\"")]
    [InlineData("12")]
    [InlineData("\"-12\"")]
    [InlineData("\"twelve\"")]
    [InlineData("\"99999999999999999999\"")]
    [InlineData("\"\"")]
    [InlineData("\"")]
    [InlineData("")]
    public async Task A_tag_that_is_none_of_ours_fits_nothing(string header) => (await OfAsync(header)).Version.ShouldBe(-1);

    [Fact]
    public async Task Several_tags_are_refused()
    {
        (await Should.ThrowAsync<RefusedException>(() => OfAsync("\"1\", \"2\""))).Code.ShouldBe("validation_failed");
        (await Should.ThrowAsync<RefusedException>(() => OfAsync("\"1\"", "\"2\""))).Code.ShouldBe("validation_failed");
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(long.MaxValue)]
    public async Task The_tag_of_an_answer_names_its_version(long version) =>
        (await OfAsync(EntityTag.Of(version))).Version.ShouldBe(version);

    private static async Task<IfMatch> OfAsync(params string[] values)
    {
        var context = new DefaultHttpContext();
        if (values.Length > 0)
            context.Request.Headers.IfMatch = values;
        return (await IfMatch.BindAsync(context, null!))!;
    }
}
