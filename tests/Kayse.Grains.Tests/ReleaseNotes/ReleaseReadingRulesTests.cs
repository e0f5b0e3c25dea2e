using Kayse.Grains.Members;
using Kayse.Grains.ReleaseNotes;

namespace Kayse.Grains.Tests.ReleaseNotes;

/// <summary>Which release notes are mailed to somebody, and when (NO-9).</summary>
public sealed class ReleaseReadingRulesTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly ReleaseSummary _first = Note("first", 20);
    private static readonly ReleaseSummary _second = Note("second", 25);

    [Fact]
    public void What_is_unread_for_a_day_is_mailed_once()
    {
        var state = ReleaseReadingRules.MailUnlessRead(new(), [_second, _first], _now);
        ReleaseReadingRules.MailUnlessRead(state, [_first, _second], _now.AddHours(1)).ShouldBeSameAs(state);
        ReleaseReadingRules.MailDue(state, _now.AddDays(1).AddTicks(-1)).ShouldBeSameAs(state);

        state = ReleaseReadingRules.MailDue(state, _now.AddDays(1));

        state.Pending.ShouldBe([_first, _second]);
        state.Unmailed.ShouldBeEmpty();
        ReleaseReadingRules.MailDue(state, _now.AddDays(2)).ShouldBeSameAs(state);
        ReleaseReadingRules.MailUnlessRead(state, [_first, _second], _now.AddDays(2)).ShouldBeSameAs(state);
    }

    [Fact]
    public void What_is_read_meanwhile_or_was_before_is_not_mailed()
    {
        var state = ReleaseReadingRules.MailUnlessRead(new(), [_first, _second], _now);

        state = ReleaseReadingRules.Read(state, _first.Place);

        ReleaseReadingRules.MailDue(state, _now.AddDays(1)).Pending.ShouldBe([_second]);
        var read = new ReleaseReadingsState { ReadUntil = _second.Place };
        ReleaseReadingRules.MailUnlessRead(read, [_first, _second], _now).ShouldBeSameAs(read);
    }

    [Fact]
    public void A_later_note_is_mailed_a_day_after_it_was_shown()
    {
        var state = ReleaseReadingRules.MailUnlessRead(new(), [_first], _now);
        state = ReleaseReadingRules.MailUnlessRead(state, [_first, _second], _now.AddHours(6));

        state = ReleaseReadingRules.MailDue(state, _now.AddDays(1));

        state.Pending.ShouldBe([_first]);
        state.Unmailed.ShouldHaveSingleItem().ShouldBe(new UnmailedRelease(_second, _now.AddHours(30)));
    }

    private static ReleaseSummary Note(string id, int day) => new(id, $"2026-11-{day}/{id}", id, "It is here.", Role.User);
}
