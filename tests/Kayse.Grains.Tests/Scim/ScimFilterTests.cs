using System.Text.Json.Nodes;
using Kayse.Grains.Errors;
using Kayse.Grains.Scim;

namespace Kayse.Grains.Tests.Scim;

/// <summary>Filters (RFC 7644, 3.4.2.2).</summary>
public sealed class ScimFilterTests
{
    private static readonly JsonObject _ben = JsonNode
        .Parse(
            """
            {
              "id": "0A",
              "externalId": "Ext-7",
              "userName": "Ben@Jones.example",
              "displayName": "Ben \"Benny\" Ito",
              "active": true,
              "name": { "familyName": "Ito" },
              "emails": [
                { "value": "ben@jones.example", "type": "work", "primary": true },
                { "value": "ben@home.example", "type": "home" }
              ],
              "meta": { "lastModified": "2026-03-04T05:06:07.000Z" }
            }
            """
        )!
        .AsObject();

    [Theory]
    [InlineData("userName eq \"ben@jones.EXAMPLE\"")]
    [InlineData("USERNAME Eq \"ben@jones.example\"")]
    [InlineData("urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"ben@jones.example\"")]
    [InlineData("externalId eq \"Ext-7\"")]
    [InlineData("id eq \"0A\"")]
    [InlineData("emails.value eq \"BEN@home.example\"")]
    [InlineData("emails eq \"ben@home.example\"")]
    [InlineData("emails[type eq \"work\" and value co \"jones\"]")]
    [InlineData("emails[type eq \"work\"].value eq \"ben@jones.example\"")]
    [InlineData("displayName eq \"ben \\\"benny\\\" ito\"")]
    [InlineData("displayName sw \"Ben\" and displayName ew \"ITO\" and displayName co \"benny\"")]
    [InlineData("active eq true")]
    [InlineData("active eq \"True\"")]
    [InlineData("active ne false")]
    [InlineData("title ne \"Partner\"")]
    [InlineData("title eq null")]
    [InlineData("displayName ne null")]
    [InlineData("emails pr")]
    [InlineData("name pr")]
    [InlineData("not (title pr)")]
    [InlineData("nickName ne \"x\"")]
    [InlineData("meta.lastModified gt \"2026-03-04T05:06:06Z\"")]
    [InlineData("meta.lastModified ge \"2026-03-04T06:06:07+01:00\"")]
    [InlineData("meta.lastModified lt \"2026-03-05T00:00:00Z\" and meta.lastModified le \"2026-03-04T05:06:07Z\"")]
    [InlineData("userName gt \"adam\" and userName lt \"carl\"")]
    [InlineData("userName eq \"nobody\" or userName eq \"ben@jones.example\" and active eq true")]
    [InlineData("(userName eq \"nobody\" or active eq true) and not (title pr)")]
    public void What_matches(string filter) => Matches(filter).ShouldBeTrue();

    [Theory]
    [InlineData("externalId eq \"EXT-7\"")]
    [InlineData("id eq \"0a\"")]
    [InlineData("active eq false")]
    [InlineData("title pr")]
    [InlineData("nickName eq \"x\"")]
    [InlineData("nickName pr")]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"Law\"")]
    [InlineData("emails[type eq \"work\" and value co \"home\"]")]
    [InlineData("emails[type eq \"work\"].value eq \"ben@home.example\"")]
    [InlineData("userName eq \"ben@jones.example\" and (active eq false or userName eq \"nobody\")")]
    public void What_does_not_match(string filter) => Matches(filter).ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData("userName")]
    [InlineData("userName eq")]
    [InlineData("userName eq ben")]
    [InlineData("userName eq \"ben")]
    [InlineData("userName eq 'ben'")]
    [InlineData("userName is \"ben\"")]
    [InlineData("userName eq \"a\" \"b\"")]
    [InlineData("userName eq \"a\" and")]
    [InlineData("and userName eq \"a\"")]
    [InlineData("(userName eq \"a\"")]
    [InlineData("userName eq \"a\")")]
    [InlineData("emails[type eq \"work\"")]
    [InlineData("emails[type eq \"work\"]value")]
    [InlineData("emails[]")]
    [InlineData("not userName eq \"a\"")]
    [InlineData("active gt true")]
    [InlineData("active eq \"perhaps\"")]
    [InlineData("active co \"tr\"")]
    [InlineData("meta.lastModified co \"2026\"")]
    [InlineData("meta.lastModified gt \"yesterday\"")]
    [InlineData("name eq \"Ito\"")]
    [InlineData("userName gt null")]
    [InlineData("a.b.c eq \"x\"")]
    [InlineData("userName eq \"\\uD800\"")]
    [InlineData("userName eq \"\\x\"")]
    [InlineData("$%&")]
    public void What_can_not_be_read_is_refused(string filter) =>
        Should.Throw<RefusedException>(() => ScimFilter.Parse(filter, ScimSchema.User)).Code.ShouldBe("scim_invalid_filter");

    [Fact]
    public void A_filter_is_nested_ten_deep_at_most()
    {
        Matches(Nested(10)).ShouldBeTrue();
        Should.Throw<RefusedException>(() => Matches(Nested(11))).Code.ShouldBe("scim_invalid_filter");
        Should.Throw<RefusedException>(() => Matches(Nested(500))).Code.ShouldBe("scim_invalid_filter");

        static string Nested(int depth) => $"{new string('(', depth)}active eq true{new string(')', depth)}";
    }

    [Fact]
    public void A_filter_has_up_to_2048_characters()
    {
        var shell = "userName eq \"\"".Length;
        Matches($"userName eq \"{new string('x', ScimFilter.MaxLength - shell)}\"").ShouldBeFalse();
        Should
            .Throw<RefusedException>(() => Matches($"userName eq \"{new string('x', ScimFilter.MaxLength - shell + 1)}\""))
            .Code.ShouldBe("scim_invalid_filter");
    }

    [Theory]
    [InlineData("userName eq \"ben\"", "ben")]
    [InlineData("active eq true and USERNAME eq \"ben\"", "ben")]
    [InlineData("userName eq \"ben\" or active eq true", null)]
    [InlineData("not (userName eq \"ben\")", null)]
    [InlineData("userName sw \"ben\"", null)]
    [InlineData("userName eq null", null)]
    public void What_every_match_must_be_equal_to_is_found_by_an_index(string filter, string? expected) =>
        ScimFilter.Parse(filter, ScimSchema.User).RequiredValueOf("userName").ShouldBe(expected);

    private static bool Matches(string filter) => ScimFilter.Parse(filter, ScimSchema.User).Matches(_ben);
}
