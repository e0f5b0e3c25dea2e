using Kayse.Grains.Members;
using Kayse.Grains.ReleaseNotes;
using Kayse.WebHost.ReleaseNotes;

namespace Kayse.WebHost.Tests.ReleaseNotes;

/// <summary>How release notes are written, and whom they are shown to (NO-9).</summary>
public sealed class ReleaseNoteTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _longAgo = _now.AddYears(-1);
    private static readonly ReleaseReadings _unread = new(ReadUntil: null, new Dictionary<string, string>(StringComparer.Ordinal));

    [Fact]
    public void A_note_is_Markdown_in_which_markup_is_text()
    {
        var note = ReleaseNoteFile.Parse(
            "---\r\nid: one\r\ndate: 2026-11-20\r\ntitle: New: a bell\r\naudience: admin\r\nkind: major\r\n---\r\n"
                + "It is **here**. <img src=x onerror=alert(1)>\r\n"
        );

        (note.Id, note.Title, note.Audience, note.Kind, note.Place).ShouldBe(
            ("one", "New: a bell", Role.Admin, ReleaseKind.Major, "2026-11-20/one")
        );
        note.Html.ShouldBe("<p>It is <strong>here</strong>. &lt;img src=x onerror=alert(1)&gt;</p>\n");
    }

    [Theory]
    [InlineData("It is **here**:\nsee [the page](/profile).\n\nMore follows.", "It is here: see the page.")]
    [InlineData("# Heading\n\n- an item\n\nText.", "Text.")]
    [InlineData("", "")]
    public void Its_summary_is_the_first_paragraph_without_markup(string text, string summary) =>
        ReleaseNoteFile
            .Parse($"---\nid: one\ndate: 2026-11-20\ntitle: One\naudience: user\nkind: major\n---\n{text}\n")
            .Summary.ShouldBe(summary);

    [Theory]
    [InlineData("no properties", "A release note begins with its properties between lines of three hyphens.")]
    [InlineData("---\nid: A b\n---\n", "The id has other characters than a-z, 0-9 and -.")]
    [InlineData("---\nid: a\ndate: today\n---\n", "The date is not of the form 2026-11-28.")]
    [InlineData("---\nid: a\ndate: 2026-11-28\n---\n", "title is missing.")]
    [InlineData("---\nid: a\ndate: 2026-11-28\ntitle: A\naudience: all\n---\n", "audience is none of: user, admin, super_admin.")]
    public void One_that_is_written_wrongly_says_what_is_wrong(string file, string problem) =>
        Should.Throw<FormatException>(() => ReleaseNoteFile.Parse(file)).Message.ShouldBe(problem);

    [Fact]
    public void All_notes_of_the_product_can_be_read_and_have_ids_of_their_own()
    {
        var notes = new ReleaseNoteLibrary().All;

        notes.ShouldNotBeEmpty();
        notes.Select(note => note.Id).ShouldBeUnique();
        notes.Select(note => note.Place).ShouldBeInOrder(SortDirection.Descending, StringComparer.Ordinal);
    }

    [Fact]
    public void People_see_what_has_come_out_since_they_came_and_concerns_their_role()
    {
        var notes = new[] { Note("future", 29), Note("today", 28), Note("for-admins", 27, audience: Role.Admin), Note("first", 20) };

        Ids(ReleaseNoteRules.For(notes, Role.User, _longAgo, _now)).ShouldBe(["today", "first"]);
        Ids(ReleaseNoteRules.For(notes, Role.SuperAdmin, _longAgo, _now)).ShouldBe(["today", "for-admins", "first"]);
        Ids(ReleaseNoteRules.For(notes, Role.User, _now.AddDays(-8), _now)).ShouldBe(["today"]);
        ReleaseNoteRules.For(notes, Role.User, _now, _now).ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_latest_major_note_that_is_neither_read_nor_ignored_is_shown_by_itself()
    {
        var notes = new[] { Note("minor", 28, ReleaseKind.Minor), Note("major", 27), Note("older", 26) };
        var ignored = new Dictionary<string, string>(StringComparer.Ordinal) { ["here"] = notes[1].Place };

        ReleaseNoteRules.ToShow(notes, _unread, "here")!.Id.ShouldBe("major");
        ReleaseNoteRules.ToShow(notes, _unread with { ReadUntil = notes[1].Place }, "here").ShouldBeNull();
        ReleaseNoteRules.ToShow(notes, _unread with { Ignored = ignored }, "here").ShouldBeNull();
        ReleaseNoteRules.ToShow(notes, _unread with { Ignored = ignored }, "elsewhere")!.Id.ShouldBe("major");
    }

    [Fact]
    public void Only_major_notes_that_are_unread_and_were_not_mailed_before_are_mailed()
    {
        var notes = new[] { Note("minor", 28, ReleaseKind.Minor), Note("major", 27), Note("older", 26) };

        Ids(ReleaseNoteRules.ToMail(notes, _unread)).ShouldBe(["major", "older"]);
        Ids(ReleaseNoteRules.ToMail(notes, _unread with { MailedUntil = notes[2].Place })).ShouldBe(["major"]);
        ReleaseNoteRules.ToMail(notes, _unread with { ReadUntil = notes[0].Place }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/home", true)]
    [InlineData("/settings/staff", true)]
    [InlineData("/profile/security/password", false)]
    [InlineData("/profile/security/two-factor", false)]
    [InlineData("/step-up", false)]
    [InlineData("/whats-new", false)]
    public void Nothing_comes_before_what_must_not_be_disturbed(string path, bool may) =>
        ReleaseNoteRules.MayInterrupt(path).ShouldBe(may);

    private static IEnumerable<string> Ids(IEnumerable<ReleaseNote> notes) => notes.Select(note => note.Id);

    private static ReleaseNote Note(string id, int day, ReleaseKind kind = ReleaseKind.Major, Role audience = Role.User) =>
        new(id, new DateOnly(2026, 11, day), id, audience, kind, "", "");
}
