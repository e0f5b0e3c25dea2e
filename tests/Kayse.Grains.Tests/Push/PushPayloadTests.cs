using System.Text;
using System.Text.Json;
using Kayse.Grains.Push;

namespace Kayse.Grains.Tests.Push;

public sealed class PushPayloadTests
{
    private static readonly PushNote _note = new("n1", "firm", "A title", DateTimeOffset.UnixEpoch)
    {
        Body = "A body",
        NotificationId = "42",
        CaseId = "Case/1 of Müller & Co.",
    };

    [Fact]
    public void It_says_no_more_than_its_title_unless_the_person_allows_it()
    {
        Read(PushPayload.Of(_note, isContentAllowed: false)).ShouldBe(["id=n1", "title=A title", "notification=42"]);
        Read(PushPayload.Of(_note, isContentAllowed: true)).ShouldBe(["id=n1", "title=A title", "notification=42", "body=A body"]);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("ß")]
    [InlineData("漢")]
    [InlineData("😀")]
    [InlineData("<\"&'")]
    [InlineData("\u202e")]
    public void Whatever_is_in_it_it_fits(string repeated)
    {
        var note = _note with
        {
            Title = string.Concat(Enumerable.Repeat("😀", 100)),
            Body = string.Concat(Enumerable.Repeat(repeated, 2_000)),
        };
        var payload = PushPayload.Of(note, isContentAllowed: true);
        Encoding.UTF8.GetByteCount(payload).ShouldBeInRange(PushPayload.MaxLength - 32, PushPayload.MaxLength);
        var body = JsonDocument.Parse(payload).RootElement.GetProperty("body").GetString()!;
        body.ShouldEndWith("…");
        note.Body.ShouldStartWith(body[..^1]);
        body.ShouldNotContain("\ufffd");
    }

    [Fact]
    public void Its_topic_is_the_same_for_one_case_and_says_nothing_of_it()
    {
        var topic = PushPayload.TopicOf(_note, "secret").ShouldNotBeNull();
        topic.ShouldMatch("^[A-Za-z0-9_-]{32}$");
        PushPayload.TopicOf(_note with { Id = "n2" }, "secret").ShouldBe(topic);
        PushPayload.TopicOf(_note, "of another device").ShouldNotBe(topic);
        PushPayload.TopicOf(_note with { CaseId = "2" }, "secret").ShouldNotBe(topic);
        PushPayload.TopicOf(_note with { CaseId = null }, "secret").ShouldBeNull();
    }

    private static IEnumerable<string> Read(string payload) =>
        JsonDocument.Parse(payload).RootElement.EnumerateObject().Select(member => $"{member.Name}={member.Value}");
}
