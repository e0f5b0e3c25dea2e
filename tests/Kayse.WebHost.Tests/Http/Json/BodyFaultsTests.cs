using System.Text;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Tests.Http.Json;

/// <summary>Everything that is wrong with a body is said at once, under the path of each value.</summary>
public sealed class BodyFaultsTests
{
    [Theory]
    [InlineData("""{"required": "x"}""", "")]
    [InlineData("{}", "required: This is required.")]
    [InlineData("""{"required": null}""", "required: This is required.")]
    [InlineData(
        """{"required": "x", "at": "2027-02-30T00:00:00Z"}""",
        "at: This must be a date and time that exists, such as 2026-01-05T09:00:00Z."
    )]
    [InlineData("""{"required": "x", "day": "2027-02-30"}""", "day: This must be a date that exists, such as 2026-01-05.")]
    [InlineData("""{"required": "x", "role": "boss"}""", "role: This must be one of user, admin, super_admin.")]
    [InlineData("""{"required": "x", "number": "7"}""", "number: This must be a whole number.")]
    [InlineData("""{"required": "x", "number": 7.5}""", "number: This must be a whole number.")]
    [InlineData("""{"required": "x", "number": 99999999999}""", "number: This must be a whole number.")]
    [InlineData("""{"required": "x", "amount": true}""", "amount: This must be a number.")]
    [InlineData("""{"required": "x", "flag": 1}""", "flag: This must be true or false.")]
    [InlineData("""{"required": "x", "items": {}}""", "items: This must be a list.")]
    [InlineData(
        """{"required": "x", "items": [{"name": "a"}, {"name": 2}, 3, {}]}""",
        "items[1].name: This must be a string.|items[2]: This must be an object.|items[3].name: This is required."
    )]
    [InlineData(
        """{"required": "x", "byName": {"a": [1], "b": "c"}}""",
        "byName.a[0]: This must be a string.|byName.b: This must be a list."
    )]
    [InlineData("""{"required": "x", "byName": {"odd name": 1}}""", "byName.*: This must be a list.")]
    [InlineData("""{"required": "x", "change": 5}""", "change: This must be a string.")]
    [InlineData("""{"required": "x", "change": null}""", "")]
    [InlineData(
        """{"required": 1, "flag": 2, "change": 3}""",
        "required: This must be a string.|flag: This must be true or false.|change: This must be a string."
    )]
    public void Each_fault_has_its_path(string json, string expected)
    {
        var faults = FaultsOf(json)?.Fields?.Select(field => $"{field.Key}: {string.Join(' ', field.Value)}") ?? [];

        string.Join('|', faults).ShouldBe(expected);
    }

    [Theory]
    [InlineData("[]", "The body must be a JSON object.")]
    [InlineData("null", "The body must be a JSON object.")]
    [InlineData("{\n \"required\" \"x\"}", "The JSON is invalid at line 2")]
    [InlineData("{", "The JSON is invalid")]
    [InlineData("{\"required\": \"x\", \"required\": \"y\"}", "duplicate")]
    public void A_body_that_is_no_object_is_at_fault_as_a_whole(string json, string message)
    {
        var refusal = FaultsOf(json).ShouldNotBeNull();

        refusal.Fields.ShouldBeNull();
        refusal.Message.ShouldContain(message);
    }

    [Fact]
    public void No_more_faults_are_told_than_anybody_reads() =>
        FaultsOf($$"""{"required": "x", "items": [{{string.Join(',', Enumerable.Repeat("1", 10_000))}}]}""")!.Fields!.Count.ShouldBe(50);

    private static Refusal? FaultsOf(string json)
    {
        try
        {
            JsonBody.Parse<Sample>(Encoding.UTF8.GetBytes(json));
            return null;
        }
        catch (RefusedException refused)
        {
            refused.Code.ShouldBe("validation_failed");
            return refused.Refusal;
        }
    }

    private sealed class Sample
    {
        public required string Required { get; init; }

        public DateTimeOffset? At { get; init; }

        public DateOnly? Day { get; init; }

        public Role? Role { get; init; }

        public int? Number { get; init; }

        public decimal? Amount { get; init; }

        public bool? Flag { get; init; }

        public IReadOnlyList<Item>? Items { get; init; }

        public IReadOnlyDictionary<string, IReadOnlyList<string>>? ByName { get; init; }

        public Optional<string?> Change { get; init; }
    }

    private sealed class Item
    {
        public required string Name { get; init; }
    }
}
