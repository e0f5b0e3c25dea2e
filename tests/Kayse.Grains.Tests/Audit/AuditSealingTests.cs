using Kayse.Grains.Audit;

namespace Kayse.Grains.Tests.Audit;

public sealed class AuditSealingTests
{
    private static readonly AuditRecord _record = new(
        "record",
        new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero),
        new AuditActor("ada", "Ada Founder"),
        AuditActions.MemberUpdated,
        new AuditTarget(AuditTargetKinds.Member, "ben", "Ben Jones"),
        [
            new AuditChange("fullName", "\"Ben Jones\"", "\"Ben Smith\"", Personal: true),
            new AuditChange("role", "\"user\"", "\"admin\"", false),
        ],
        "192.0.2.7",
        "session",
        "company"
    );

    private readonly Dictionary<string, byte[]?> _keys = new(StringComparer.Ordinal) { ["ada"] = Key(1), ["ben"] = Key(2) };

    [Fact]
    public void An_entry_opens_with_the_keys_of_its_people()
    {
        var opened = Open(Seal(_record));

        opened.ShouldBe(_record with { Changes = opened.Changes });
        opened.Changes.ShouldBe(_record.Changes);
    }

    [Fact]
    public void What_is_stored_names_nobody()
    {
        var stored = System.Text.Encoding.UTF8.GetString(Seal(_record));

        foreach (var personal in new[] { "Ada Founder", "Ben Jones", "Ben Smith", "192.0.2.7" })
            stored.ShouldNotContain(personal);
        stored.ShouldContain("admin");
    }

    [Fact]
    public void Without_the_key_of_a_person_the_entry_reads_as_if_they_were_deleted()
    {
        var entry = Seal(_record);
        _keys["ben"] = null;

        var opened = Open(entry);

        opened.Actor.Name.ShouldBe("Ada Founder");
        opened.Target.Name.ShouldBe(AuditEntry.DeletedPerson);
        opened.Changes[0].After.ShouldBe($"\"{AuditEntry.DeletedPerson}\"");
        opened.Changes[1].After.ShouldBe("\"admin\"");
    }

    [Fact]
    public void Whoever_turns_an_invitation_down_goes_under_the_key_of_the_invitation()
    {
        var record = _record with { Actor = AuditActor.Nobody, Target = _record.Target with { Kind = AuditTargetKinds.Invitation } };

        AuditRedaction.ActorPerson(record).ShouldBe("ben");
        AuditRedaction.Redact(record).IpAddress.ShouldBeNull();
    }

    [Fact]
    public void A_company_is_not_a_person()
    {
        var record = _record with { Target = new AuditTarget(AuditTargetKinds.Company, "company", "Jones LLP") };

        AuditRedaction.TargetPerson(record).ShouldBeNull();
        AuditRedaction.Redact(record).Target.Name.ShouldBe("Jones LLP");
    }

    [Fact]
    public void Values_that_are_too_long_are_replaced_by_their_length()
    {
        var record = _record with { Changes = [new AuditChange("description", null, new string('x', 60_000), Personal: false)] };

        AuditRedaction.Bounded(record).Changes.ShouldHaveSingleItem().After.ShouldBe("\"(60000 characters)\"");
        AuditRedaction.Bounded(_record).ShouldBeSameAs(_record);
    }

    [Fact]
    public void Accepting_an_invitation_joins_the_person_and_the_invitation()
    {
        var accepted = _record with { Action = AuditActions.InvitationAccepted };
        var joined = _record with
        {
            Action = AuditActions.MemberJoined,
            Changes = [new AuditChange("invitationId", null, "\"invitation\"", Personal: false)],
        };

        AuditSealing.AcceptanceIn(accepted).ShouldBe(("ada", "ben"));
        AuditSealing.AcceptanceIn(joined).ShouldBe(("ben", "invitation"));
        AuditSealing.AcceptanceIn(_record).ShouldBeNull();
    }

    [Fact]
    public void Bytes_that_were_encrypted_for_another_entry_are_not_read()
    {
        var details = new ActorDetails("Ada Founder", null);
        var type = Grains.StateJsonContext.Default.ActorDetails;
        var bytes = AuditCipher.Encrypt(details, type, Key(1), "one");

        AuditCipher.Decrypt(bytes, type, Key(1), "one").ShouldBe(details);
        AuditCipher.Decrypt(bytes, type, Key(1), "another").ShouldBeNull();
        AuditCipher.Decrypt(bytes, type, Key(2), "one").ShouldBeNull();
        AuditCipher.Decrypt(bytes[..10], type, Key(1), "one").ShouldBeNull();
    }

    private static byte[] Key(byte content) => [.. Enumerable.Repeat(content, AuditCipher.KeyLength)];

    private byte[] Seal(AuditRecord record) =>
        AuditSealing.Seal(record, sequence: 0, StoredEntry.HashBeforeFirst("company"), _keys).ToBytes();

    private AuditRecord Open(byte[] entry) => AuditSealing.Open(entry, StoredEntry.Parse(entry), _keys).Record;
}
