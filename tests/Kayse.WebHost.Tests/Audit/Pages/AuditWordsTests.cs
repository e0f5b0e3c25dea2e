using System.Reflection;
using Kayse.Grains.Audit;
using Kayse.WebHost.Audit.Pages;

namespace Kayse.WebHost.Tests.Audit.Pages;

/// <summary>What the console says of what was done.</summary>
public sealed class AuditWordsTests
{
    private static readonly AuditValues _values = new(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["s1"] = "Family" },
        TimeZoneInfo.Utc
    );

    [Fact]
    public void Every_action_has_its_sentence()
    {
        var actions = typeof(AuditActions)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!);

        AuditWords.All.Select(word => word.Action).ShouldBe(actions, ignoreOrder: true);
        AuditWords.All.Select(word => word.Label).ShouldBeUnique();
        foreach (var word in AuditWords.All)
            word.Sentence(new AuditPhrase(Record(word.Action), _values)).ShouldNotBeNullOrWhiteSpace(word.Action);
    }

    [Theory]
    [InlineData("member.role_changed", "role", "\"user\"", "\"super_admin\"", "changed the role of Ben Ito from User to Super Admin")]
    [InlineData("member.updated", "jobTitle", null, "\"Clerk\"", "changed the details of Ben Ito: job title")]
    [InlineData("policy.changed", "idleTimeoutMinutes", null, "60", "changed the security policy: idle timeout")]
    [InlineData("invitation.created", "role", null, "\"admin\"", "invited Ben Ito as Admin")]
    [InlineData("member.joined", "role", null, "\"user\"", "let Ben Ito join as User")]
    public void A_sentence_says_what_matters(string action, string field, string? before, string? after, string sentence) =>
        AuditWords.SentenceOf(Record(action, new AuditChange(field, before, after, Personal: false)), _values).ShouldBe(sentence);

    [Fact]
    public void Who_does_something_to_themselves_is_not_named_twice()
    {
        var record = Record(AuditActions.MemberSignedOut) with { Actor = new AuditActor("ben", "Ben Ito") };

        AuditWords.SentenceOf(record, _values).ShouldBe("signed themselves out everywhere");
    }

    [Theory]
    [InlineData("role", null, "–")]
    [InlineData("role", "\"admin\"", "Admin")]
    [InlineData("status", "\"deactivated\"", "Deactivated")]
    [InlineData("scopeIds", "[\"s1\",\"s2\"]", "Family, a deleted scope")]
    [InlineData("scopeIds", "[]", "None")]
    [InlineData("caseAccess", "\"assigned\"", "Assigned")]
    [InlineData("permissions", "[\"members.read\",\"new.one\"]", "See staff, new.one")]
    [InlineData("twoFactorRequired", "true", "Yes")]
    [InlineData("sessionLifetimeMinutes", "90", "90 minutes")]
    [InlineData("invitationLifetimeHours", "48", "2 days")]
    [InlineData("seatLimit", "1200", "1,200")]
    [InlineData("expiresAt", "\"2026-01-05T09:00:00Z\"", "5 Jan 2026, 09:00 UTC")]
    [InlineData("postalAddress.country", "\"GB\"", "United Kingdom")]
    [InlineData("status", "\"\"", "")]
    [InlineData("anything", "{\"a\":1.5}", "{\"a\":1.5}")]
    [InlineData("anything", "1.5", "1.5")]
    [InlineData("anything", "null", "–")]
    public void Values_are_words(string field, string? json, string words) => _values.InWords(field, json).ShouldBe(words);

    private static AuditRecord Record(string action, params AuditChange[] changes) =>
        new(
            "id",
            DateTimeOffset.UnixEpoch,
            new AuditActor("ada", "Ada Vale"),
            action,
            new AuditTarget(AuditTargetKinds.Member, "ben", "Ben Ito"),
            changes,
            null,
            null,
            "company"
        );
}
