using Kayse.Grains.Errors;
using Kayse.Grains.Scim;

namespace Kayse.Grains.Tests.Scim;

/// <summary>What identity providers may say of people and groups, and what a member is made of.</summary>
public sealed class ScimUserRulesTests
{
    private static readonly ScimUser _ben = new()
    {
        UserName = "ben",
        ExternalId = "e7",
        Active = false,
        Title = "Partner",
    };

    [Fact]
    public void Somebody_new_is_active_unless_it_is_said_otherwise()
    {
        ScimUserRules.Create(new ScimUser { UserName = "ben" }).Active.ShouldBe(true);
        ScimUserRules.Create(new ScimUser { UserName = "ben", Active = false }).Active.ShouldBe(false);
    }

    [Fact]
    public void A_replacement_that_does_not_say_whether_they_are_active_leaves_that()
    {
        var replaced = ScimUserRules.Replace(_ben, new ScimUser { UserName = "ben.ito" });

        (replaced.UserName, replaced.Active, replaced.ExternalId, replaced.Title).ShouldBe(("ben.ito", false, "e7", null));
        ScimUserRules.Replace(_ben, new ScimUser { UserName = "ben", Active = true }).Active.ShouldBe(true);
    }

    public static TheoryData<string> Faulty => ["none", "blank", "long", "control", "two primaries", "many", "long value"];

    [Theory]
    [MemberData(nameof(Faulty))]
    public void What_nobody_may_have_is_refused(string fault) =>
        Should.Throw<RefusedException>(() => ScimUserRules.Create(WithFault(fault))).Code.ShouldBe("scim_invalid_value");

    [Theory]
    [InlineData("a@x.example", null, "a@x.example")]
    [InlineData("a@x.example:work,b@x.example:home", null, "a@x.example")]
    [InlineData("b@x.example:home,a@x.example:work", null, "a@x.example")]
    [InlineData("a@x.example:work,b@x.example:home", "b@x.example", "b@x.example")]
    [InlineData("", null, "ben@x.example")]
    [InlineData("no address", null, null)]
    public void The_address_of_a_member(string emails, string? primary, string? expected)
    {
        var contacts = emails
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => text.Split(':'))
            .Select(parts => new ScimContact(parts[0], parts.ElementAtOrDefault(1), parts[0] == primary ? true : null));
        ScimPersonRules.EmailOf(new ScimUser { UserName = "ben@x.example", Emails = [.. contacts] }).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Ben I.", "Ben Ito", "Benjamin", "Ito", "Ben I.")]
    [InlineData(null, "Ben Ito", "Benjamin", "Ito", "Ben Ito")]
    [InlineData(null, null, "Benjamin", "Ito", "Benjamin Ito")]
    [InlineData(" ", "", null, "Ito", "Ito")]
    [InlineData("ben.ito@jones.example", null, "Benjamin", "Ito", "Benjamin Ito")]
    [InlineData("ben.ito@jones.example", null, null, null, "Ben Ito")]
    [InlineData(null, null, null, null, "Ben Ito")]
    public void The_name_of_a_member(string? display, string? formatted, string? given, string? family, string expected) =>
        ScimPersonRules
            .FullNameOf(
                new ScimUser
                {
                    UserName = "ben_ito@jones.example",
                    DisplayName = display,
                    Name = new ScimName(formatted, given, family),
                }
            )
            .ShouldBe(expected);

    [Fact]
    public void A_group_needs_a_name()
    {
        Should
            .Throw<RefusedException>(() => ScimGroupRules.Check(new ScimGroup { DisplayName = " " }))
            .Code.ShouldBe("scim_invalid_value");
        var group = ScimGroupRules.Check(new ScimGroup { DisplayName = " Partners ", MemberIds = ["a", "b", "a"] });
        group.DisplayName.ShouldBe("Partners");
        group.MemberIds.ShouldBe(["a", "b"]);
    }

    private static ScimUser WithFault(string fault) =>
        fault switch
        {
            "none" => new ScimUser(),
            "blank" => _ben with { UserName = " " },
            "long" => _ben with { DisplayName = new string('x', 257) },
            "control" => _ben with { Title = "a\u0007b" },
            "two primaries" => _ben with { Emails = [new("a", null, true), new("b", null, true)] },
            "many" => _ben with { Emails = [.. Enumerable.Repeat(new ScimContact("a"), 21)] },
            _ => _ben with { PhoneNumbers = [new(new string('1', 257))] },
        };
}
