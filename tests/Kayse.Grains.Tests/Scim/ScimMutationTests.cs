using System.Text.Json;
using Kayse.Grains.Errors;
using Kayse.Grains.Scim;

namespace Kayse.Grains.Tests.Scim;

/// <summary>Filters and patches with random mistakes are read or refused, and never a fault.</summary>
public sealed class ScimMutationTests
{
    private const int Attempts = 20_000;
    private const string Odd = "\"\\()[]{}.:,=$ \0\u00e9\ud800\u202eaANDornotpreq0-+eE";

    private static readonly string[] _filters =
    [
        "userName eq \"ben@jones.example\" and not (active eq false or title pr)",
        "emails[type eq \"work\" and value co \"@x\"].value eq \"b\"",
        "meta.lastModified ge \"2026-03-04T05:06:07Z\"",
        "urn:ietf:params:scim:schemas:core:2.0:User:name.familyName sw \"\\u00e9\"",
        "members[value eq \"a\" or value eq \"b\"]",
    ];

    private static readonly string[] _values =
    [
        """{"active":"False","name.familyName":"Ito","emails[type eq \"work\"].value":"b@x.example"}""",
        """[{"value":"a","type":"work","primary":"True"},{"value":null},"b"]""",
        """{"urn:ietf:params:scim:schemas:core:2.0:User":{"title":"x","groups":[1,true,null]}}""",
        "\"text\"",
        "null",
        "-1.5e400",
    ];

    private static readonly ScimUser _ben = new()
    {
        UserName = "ben",
        Active = true,
        Emails = [new("a@x.example", "work", true), new("b@x.example", "home")],
    };

    private readonly Random _random = new(20261129);

    [Fact]
    public void Filters()
    {
        var resource = JsonSerializer.SerializeToNode(_ben, ScimJson.Options)!.AsObject();
        resource["meta"] = JsonSerializer.SerializeToNode(new { lastModified = "2026-03-04T05:06:07Z" });
        var read = Count(() =>
            ScimFilter.Parse(Mutated(_filters), _random.Next(2) == 0 ? ScimSchema.User : ScimSchema.Group).Matches(resource)
        );
        read.ShouldBeInRange(Attempts / 50, Attempts * 49 / 50);
    }

    [Fact]
    public void Patches()
    {
        var made = Count(() =>
        {
            var patch = new ScimPatch([Operation(), Operation()]);
            ScimGroupRules.Read(patch);
        });
        made += Count(() =>
        {
            var user = ScimPatchRules.Apply(_ben, new ScimPatch([Operation()])).User;
            user.UserName.ShouldNotBeNullOrWhiteSpace();
            user.Active.ShouldNotBeNull();
            user.Emails.Count(email => email.Primary == true).ShouldBeLessThan(2);
        });
        made.ShouldBeInRange(Attempts / 50, Attempts * 2 * 49 / 50);
    }

    private ScimOperation Operation() =>
        new(
            (ScimOp)_random.Next(3),
            _random.Next(3) == 0 ? null : Mutated(["active", "emails", "name", "members", "emails.value", "displayName", .. _filters]),
            _random.Next(5) == 0 ? null : Mutated(_values)
        );

    // How many were read; anything but a refusal fails.
    private static int Count(Action attempt)
    {
        var read = 0;
        for (var i = 0; i < Attempts; i++)
        {
            try
            {
                attempt();
                read++;
            }
            catch (RefusedException refused)
            {
                refused.Code.ShouldStartWith("scim_");
            }
        }

        return read;
    }

    private string Mutated(string[] seeds)
    {
        var text = seeds[_random.Next(seeds.Length)];
        for (var i = _random.Next(4); i > 0 && text.Length > 0; i--)
        {
            var at = _random.Next(text.Length);
            text = _random.Next(4) switch
            {
                0 => text.Remove(at, _random.Next(text.Length - at)),
                1 => text.Insert(at, Odd[_random.Next(Odd.Length)].ToString()),
                2 => text[..at] + Odd[_random.Next(Odd.Length)] + text[(at + 1)..],
                _ => text[..at] + text[_random.Next(text.Length)..],
            };
        }

        return text;
    }
}
