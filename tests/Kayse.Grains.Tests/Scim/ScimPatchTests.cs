using System.Text.Json;
using System.Text.Json.Nodes;
using Kayse.Grains.Errors;
using Kayse.Grains.Scim;

namespace Kayse.Grains.Tests.Scim;

/// <summary>Patches of people, as RFC 7644 has them and as identity providers send them.</summary>
public sealed class ScimPatchTests
{
    private const string Ben = """
        {
          "userName": "ben",
          "externalId": "e7",
          "displayName": "Ben Ito",
          "active": true,
          "name": { "givenName": "Ben", "familyName": "Ito" },
          "emails": [
            { "value": "ben@jones.example", "type": "work", "primary": true },
            { "value": "ben@home.example", "type": "home" }
          ],
          "phoneNumbers": []
        }
        """;

    [Theory]
    [InlineData("""{"op":"replace","path":"displayName","value":"B. Ito"}""", """{"displayName":"B. Ito"}""")]
    [InlineData("""{"op":"add","path":"title","value":"Partner"}""", """{"title":"Partner"}""")]
    [InlineData("""{"op":"replace","path":"DISPLAYNAME","value":"B. Ito"}""", """{"displayName":"B. Ito"}""")]
    [InlineData(
        """{"op":"replace","path":"urn:ietf:params:scim:schemas:core:2.0:User:displayName","value":"B"}""",
        """{"displayName":"B"}"""
    )]
    [InlineData("""{"op":"replace","path":"active","value":"False"}""", """{"active":false}""")]
    [InlineData("""{"op":"replace","value":{"active":false,"title":"Partner"}}""", """{"active":false,"title":"Partner"}""")]
    [InlineData(
        """{"op":"replace","value":{"name.familyName":"Sato","ACTIVE":"False"}}""",
        """{"active":false,"name":{"givenName":"Ben","familyName":"Sato"}}"""
    )]
    [InlineData("""{"op":"add","value":{"urn:ietf:params:scim:schemas:core:2.0:User":{"title":"Partner"}}}""", """{"title":"Partner"}""")]
    [InlineData("""{"op":"replace","value":{"id":"other","schemas":[],"title":"Partner"}}""", """{"title":"Partner"}""")]
    [InlineData(
        """{"op":"replace","path":"name","value":{"familyName":"Sato"}}""",
        """{"name":{"givenName":"Ben","familyName":"Sato"}}"""
    )]
    [InlineData("""{"op":"remove","path":"name.givenName"}""", """{"name":{"familyName":"Ito"}}""")]
    [InlineData("""{"op":"remove","path":"name"}""", """{"name":null}""")]
    [InlineData("""{"op":"remove","path":"displayName"}""", """{"displayName":null}""")]
    [InlineData("""{"op":"replace","path":"displayName","value":null}""", """{"displayName":null}""")]
    [InlineData("""{"op":"replace","path":"displayName","value":[{"$ref":null,"value":"B. Ito"}]}""", """{"displayName":"B. Ito"}""")]
    public void Attributes_with_one_value(string operation, string changes) => Apply(operation).ShouldBe(BenWith(changes));

    [Theory]
    [InlineData(
        """{"op":"replace","path":"emails[type eq \"work\"].value","value":"b@jones.example"}""",
        """[{"value":"b@jones.example","type":"work","primary":true},{"value":"ben@home.example","type":"home"}]"""
    )]
    [InlineData(
        """{"op":"add","path":"emails[type eq \"other\"].value","value":"b@other.example"}""",
        """[{"value":"ben@jones.example","type":"work","primary":true},{"value":"ben@home.example","type":"home"},{"value":"b@other.example","type":"other"}]"""
    )]
    [InlineData(
        """{"op":"replace","value":{"emails[type eq \"home\"].value":"b@home.example"}}""",
        """[{"value":"ben@jones.example","type":"work","primary":true},{"value":"b@home.example","type":"home"}]"""
    )]
    [InlineData(
        """{"op":"replace","path":"emails[type eq \"home\"].primary","value":"True"}""",
        """[{"value":"ben@jones.example","type":"work","primary":false},{"value":"ben@home.example","type":"home","primary":true}]"""
    )]
    [InlineData(
        """{"op":"add","path":"emails","value":[{"value":"ben@home.example","type":"home"}]}""",
        """[{"value":"ben@jones.example","type":"work","primary":true},{"value":"ben@home.example","type":"home"}]"""
    )]
    [InlineData(
        """{"op":"add","path":"emails","value":{"value":"b@new.example","primary":true}}""",
        """[{"value":"ben@jones.example","type":"work","primary":false},{"value":"ben@home.example","type":"home"},{"value":"b@new.example","primary":true}]"""
    )]
    [InlineData("""{"op":"replace","path":"emails","value":[{"value":"b@new.example"}]}""", """[{"value":"b@new.example"}]""")]
    [InlineData(
        """{"op":"replace","path":"emails[type eq \"work\"]","value":{"value":"b@new.example"}}""",
        """[{"value":"b@new.example","type":"work","primary":true},{"value":"ben@home.example","type":"home"}]"""
    )]
    [InlineData("""{"op":"remove","path":"emails"}""", "[]")]
    [InlineData("""{"op":"remove","path":"emails[type eq \"work\"]"}""", """[{"value":"ben@home.example","type":"home"}]""")]
    [InlineData("""{"op":"remove","path":"emails[type eq \"work\"].value"}""", """[{"value":"ben@home.example","type":"home"}]""")]
    [InlineData(
        """{"op":"remove","path":"emails[type eq \"fax\"]"}""",
        """[{"value":"ben@jones.example","type":"work","primary":true},{"value":"ben@home.example","type":"home"}]"""
    )]
    [InlineData(
        """{"op":"remove","path":"emails","value":[{"value":"ben@jones.example"}]}""",
        """[{"value":"ben@home.example","type":"home"}]"""
    )]
    [InlineData(
        """{"op":"remove","path":"emails","value":[]}""",
        """[{"value":"ben@jones.example","type":"work","primary":true},{"value":"ben@home.example","type":"home"}]"""
    )]
    public void Attributes_with_many_values(string operation, string emails) =>
        Apply(operation).ShouldBe(BenWith($$"""{"emails":{{emails}}}"""));

    [Theory]
    [InlineData("""{"op":"replace","path":"emails[type eq \"work\"","value":"x"}""", "scim_invalid_path")]
    [InlineData("""{"op":"replace","path":"emails[type eq work].value","value":"x"}""", "scim_invalid_path")]
    [InlineData("""{"op":"replace","path":"emails[type eq \"work\"].value.x","value":"x"}""", "scim_invalid_path")]
    [InlineData("""{"op":"replace","path":"name[givenName eq \"Ben\"].familyName","value":"x"}""", "scim_invalid_path")]
    [InlineData("""{"op":"replace","path":"emails.value","value":"x"}""", "scim_invalid_path")]
    [InlineData("""{"op":"replace","path":" ","value":"x"}""", "scim_invalid_path")]
    [InlineData("""{"op":"replace","value":{"a b":"x"}}""", "scim_invalid_path")]
    [InlineData("""{"op":"remove"}""", "scim_no_target")]
    [InlineData("""{"op":"replace","path":"emails[type sw \"x\"].value","value":"x"}""", "scim_no_target")]
    [InlineData("""{"op":"replace","path":"displayName"}""", "scim_invalid_value")]
    [InlineData("""{"op":"replace","path":"displayName","value":5}""", "scim_invalid_value")]
    [InlineData("""{"op":"replace","path":"active","value":"perhaps"}""", "scim_invalid_value")]
    [InlineData("""{"op":"replace","path":"active","value":1}""", "scim_invalid_value")]
    [InlineData("""{"op":"replace","path":"name","value":"Ben"}""", "scim_invalid_value")]
    [InlineData("""{"op":"replace","path":"emails","value":7}""", "scim_invalid_value")]
    [InlineData("""{"op":"replace","value":"x"}""", "scim_invalid_value")]
    [InlineData("""{"op":"replace","value":[{"title":"x"}]}""", "scim_invalid_value")]
    [InlineData("""{"op":"replace","path":"userName","value":" "}""", "scim_invalid_value")]
    [InlineData("""{"op":"remove","path":"emails","value":null}""", "scim_invalid_value")]
    [InlineData("""{"op":"remove","path":"emails","value":[{"type":"work"}]}""", "scim_invalid_value")]
    [InlineData("""{"op":"remove","path":"emails","value":[null]}""", "scim_invalid_value")]
    [InlineData("""{"op":"remove","path":"userName"}""", "scim_mutability")]
    [InlineData("""{"op":"remove","path":"active"}""", "scim_mutability")]
    [InlineData("""{"op":"replace","path":"active","value":null}""", "scim_mutability")]
    [InlineData("""{"op":"replace","path":"id","value":"x"}""", "scim_mutability")]
    [InlineData("""{"op":"add","path":"groups","value":[{"value":"x"}]}""", "scim_mutability")]
    public void What_is_malformed_is_refused(string operation, string code) =>
        Should.Throw<RefusedException>(() => Apply(operation)).Code.ShouldBe(code);

    [Fact]
    public void Attributes_that_are_not_kept_are_named()
    {
        var patched = ScimPatchRules.Apply(
            Read(Ben),
            new ScimPatch([
                new(ScimOp.Replace, "addresses[type eq \"work\"].country", "\"GB\""),
                new(
                    ScimOp.Replace,
                    Value: """{"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department":"Law","nickName":"B"}"""
                ),
                new(ScimOp.Replace, "name.honorificPrefix", "\"Dr\""),
            ])
        );

        Written(patched.User).ShouldBe(BenWith("{}"));
        patched.Ignored.ShouldBe([
            "addresses.country",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
            "nickName",
            "name.honorificPrefix",
        ]);
    }

    [Fact]
    public void Operations_are_made_in_order()
    {
        var patch = new ScimPatch([
            new(ScimOp.Remove, "emails"),
            new(ScimOp.Add, "emails", """[{"value":"a@new.example","type":"work"}]"""),
            new(ScimOp.Replace, "emails[type eq \"work\"].value", "\"b@new.example\""),
        ]);

        Written(ScimPatchRules.Apply(Read(Ben), patch).User)
            .ShouldBe(BenWith("""{"emails":[{"value":"b@new.example","type":"work"}]}"""));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ScimPatch.MaxOperations + 1)]
    public void A_patch_has_one_to_a_thousand_operations(int count)
    {
        var operations = Enumerable.Repeat(new ScimOperation(ScimOp.Add, "title", "\"x\""), count);
        Should
            .Throw<RefusedException>(() => ScimPatchRules.Apply(Read(Ben), new ScimPatch([.. operations])))
            .Code.ShouldBe("scim_invalid_syntax");
    }

    [Fact]
    public void Lists_stay_short_however_they_grow()
    {
        string Many(int count) => $"[{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{i}\""))}]";
        var atOnce = new ScimPatch([new(ScimOp.Add, "emails", Many(101))]);
        var oneByOne = new ScimPatch([.. Enumerable.Range(0, 200).Select(i => new ScimOperation(ScimOp.Add, "emails", $"\"{i}\""))]);
        var kept = new ScimPatch([new(ScimOp.Replace, "emails", Many(21))]);

        foreach (var patch in new[] { atOnce, oneByOne, kept })
            Should.Throw<RefusedException>(() => ScimPatchRules.Apply(Read(Ben), patch)).Code.ShouldBe("scim_invalid_value");
    }

    [Fact]
    public void Few_of_the_attributes_that_are_not_kept_are_named()
    {
        var patch = new ScimPatch([
            .. Enumerable.Range(0, 50).Select(i => new ScimOperation(ScimOp.Add, $"x{i}{new string('y', 500)}", "1")),
        ]);
        var ignored = ScimPatchRules.Apply(Read(Ben), patch).Ignored;
        ignored.Count.ShouldBe(20);
        ignored.ShouldAllBe(name => name.Length <= 100);
    }

    private static string Apply(string operation)
    {
        var json = JsonNode.Parse(operation)!.AsObject();
        var value = json.ContainsKey("value") ? json["value"]?.ToJsonString() ?? "null" : null;
        var patch = new ScimOperation(Enum.Parse<ScimOp>((string)json["op"]!, ignoreCase: true), (string?)json["path"], value);
        return Written(ScimPatchRules.Apply(Read(Ben), new ScimPatch([patch])).User);
    }

    private static string BenWith(string changes)
    {
        var ben = JsonNode.Parse(Ben)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
            ben[name] = value?.DeepClone();
        return Written(Read(ben.ToJsonString()));
    }

    private static ScimUser Read(string json) => JsonSerializer.Deserialize<ScimUser>(json, ScimJson.Options)!;

    private static string Written(ScimUser user) => JsonSerializer.Serialize(user, ScimJson.Options);
}
