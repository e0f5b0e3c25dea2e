using Kayse.Grains.AccessReviews;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.Tests.AccessReviews;

public sealed class AccessReviewRulesTests
{
    private static readonly AccessReviewItem _ben = new()
    {
        UserId = "ben",
        FullName = "Ben",
        Email = "ben@firm.example",
        Access = Of(Role.Admin),
        LastActiveAt = DateTimeOffset.UnixEpoch,
        MemberVersion = 7,
    };

    [Theory]
    [InlineData("2026-01-01", "Q1 2026")]
    [InlineData("2026-03-31", "Q1 2026")]
    [InlineData("2026-11-28", "Q4 2026")]
    public void A_review_without_a_name_is_named_after_the_quarter(string day, string name) =>
        AccessReviewRules.NameOf(new StartAccessReview("id"), At(day)).ShouldBe(name);

    [Fact]
    public void A_name_is_trimmed_and_not_too_long()
    {
        AccessReviewRules.NameOf(new StartAccessReview("id", " Leavers "), At("2026-01-01")).ShouldBe("Leavers");
        Fields(() => AccessReviewRules.NameOf(new StartAccessReview("id", new string('n', 101)), At("2026-01-01"))).ShouldBe(["name"]);
    }

    [Theory]
    [InlineData("2026-01-01T08:59", "2026-01-01T09:00")]
    [InlineData("2026-01-01T09:00", "2026-04-01T09:00")]
    [InlineData("2026-11-28T12:00", "2027-01-01T09:00")]
    public void A_reminder_comes_at_the_beginning_of_the_next_quarter(string now, string next) =>
        AccessReviewRules.NextReminder(At(now)).ShouldBe(At(next));

    [Fact]
    public void Changes_belong_to_a_reduction_and_a_reduction_needs_them()
    {
        Fields(() => AccessReviewRules.Check(new DecideAccess(AccessDecision.Reduce))).ShouldBe(["changes"]);
        Fields(() => AccessReviewRules.Check(new DecideAccess(AccessDecision.Keep, AccessChange.None))).ShouldBe(["changes"]);
        Fields(() => AccessReviewRules.Check(new DecideAccess(AccessDecision.Keep, Note: new string('n', 301)))).ShouldBe(["note"]);
        AccessReviewRules.Check(new DecideAccess(AccessDecision.Remove, Note: " gone ")).Note.ShouldBe("gone");
    }

    [Fact]
    public void Nobody_reviews_themselves_or_somebody_above_them()
    {
        Code(() => AccessReviewRules.EnsureMayReview(Member("ada", Role.Admin), Member("ada", Role.Admin))).ShouldBe("own_role");
        Code(() => AccessReviewRules.EnsureMayReview(Member("ada", Role.Admin), Member("ben", Role.SuperAdmin))).ShouldBe("forbidden");
        AccessReviewRules.EnsureMayReview(Member("ada", Role.Admin), Member("ben", Role.Admin));
    }

    [Theory]
    [InlineData(AccessDecision.Keep, true, true, true)]
    [InlineData(AccessDecision.Reduce, false, true, true)]
    [InlineData(AccessDecision.Remove, false, false, false)]
    public void What_was_taken_away_does_not_come_back(AccessDecision first, bool keep, bool reduce, bool remove)
    {
        var decided = AccessReviewRules.Decided(_ben, Decision(first), 8);

        May(AccessDecision.Keep).ShouldBe(keep);
        May(AccessDecision.Reduce).ShouldBe(reduce);
        May(AccessDecision.Remove).ShouldBe(remove);

        bool May(AccessDecision next)
        {
            try
            {
                AccessReviewRules.EnsureMayFollow(decided, next);
                return true;
            }
            catch (RefusedException refused)
            {
                refused.Code.ShouldBe("access_review_decided");
                return false;
            }
        }
    }

    [Fact]
    public void Only_the_access_that_was_looked_at_is_decided_about()
    {
        var same = Member("ben", Role.Admin) with { Version = 8 };
        var other = Member("ben", Role.User) with { Version = 8 };

        AccessReviewRules.IsAsSeen(_ben, same with { Version = 7 }, null).ShouldBeTrue();
        AccessReviewRules.IsAsSeen(_ben, same, null).ShouldBeTrue("only something else has changed");
        AccessReviewRules.IsAsSeen(_ben, other, null).ShouldBeFalse();
        AccessReviewRules.IsAsSeen(_ben, other, 8).ShouldBeTrue("the caller has looked at the member itself");
        AccessReviewRules.IsAsSeen(_ben, same, 6).ShouldBeFalse();
        AccessReviewRules.IsAsSeen(_ben, same with { Status = MemberStatus.Deactivated }, null).ShouldBeFalse();
    }

    [Fact]
    public void An_access_that_has_changed_since_has_to_be_looked_at_again()
    {
        var now = _ben with { Access = Of(Role.User), MemberVersion = 9 };
        var kept = AccessReviewRules.Decided(_ben, Decision(AccessDecision.Keep), 7);
        var reduced = AccessReviewRules.Decided(_ben, Decision(AccessDecision.Reduce) with { After = Of(Role.User) }, 8);

        AccessReviewRules.Refreshed(kept, now).State.ShouldBe(AccessReviewState.Undecided);
        AccessReviewRules.Refreshed(kept, now).Access.Grant.Role.ShouldBe(Role.User);
        var still = AccessReviewRules.Refreshed(reduced, now);
        (still.State, still.Access.Grant.Role, still.MemberVersion).ShouldBe((AccessReviewState.Reduced, Role.Admin, 9));
    }

    [Fact]
    public void A_reduction_takes_something_and_gives_nothing()
    {
        var (nothing, something) = (Difference(), Difference("crm.access"));
        AccessReviewRules.EnsureReduces(Preview(grants: nothing, takes: something));
        Fields(() => AccessReviewRules.EnsureReduces(Preview(grants: nothing, takes: nothing))).ShouldBe(["changes"]);
        Fields(() => AccessReviewRules.EnsureReduces(Preview(grants: something, takes: something))).ShouldBe(["changes"]);
    }

    [Fact]
    public void Of_an_erased_person_stays_what_was_decided()
    {
        var kept = AccessReviewRules.Decided(_ben, Decision(AccessDecision.Keep) with { Note = "Ben is fine." }, 7);

        var erased = AccessReviewRules.Erased(kept, isOpen: false);

        (erased.FullName, erased.Email, erased.LastActiveAt, erased.Decision!.Note).ShouldBe(("Deleted person", "", null, null));
        (erased.State, erased.Access.Grant.Role).ShouldBe((AccessReviewState.Kept, Role.Admin));
        AccessReviewRules.Erased(_ben, isOpen: true).State.ShouldBe(AccessReviewState.Left);
        AccessReviewRules.Erased(_ben, isOpen: false).State.ShouldBe(AccessReviewState.Undecided, "its counts no longer change");
    }

    [Fact]
    public void Members_are_counted_by_where_they_stand()
    {
        AccessReviewState[] states =
        [
            AccessReviewState.Kept,
            AccessReviewState.Left,
            AccessReviewState.Kept,
            AccessReviewState.Undecided,
        ];
        AccessReviewRules.Count(states).ShouldBe(new AccessReviewCounts(1, 2, 0, 0, 1));
        AccessReviewRules.Count(states).Total.ShouldBe(4);
    }

    private static ReviewedAccess Of(Role role) => new(AccessGrant.Unrestricted(role), [], []);

    private static ReviewedDecision Decision(AccessDecision kind) => new(kind, DateTimeOffset.UnixEpoch, "ada", null, null);

    private static MemberView Member(string userId, Role role) =>
        new(userId, "Ben", "ben@firm.example", null, null, AccessGrant.Unrestricted(role), MemberStatus.Active, DateTimeOffset.UnixEpoch);

    private static AccessPreview Preview(AccessDifference grants, AccessDifference takes) => new(null!, null!, grants, takes);

    private static AccessDifference Difference(params string[] permissions) => new(permissions, false, [], false, [], []);

    private static DateTimeOffset At(string utc) =>
        new(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);

    private static string Code(Action work) => Should.Throw<RefusedException>(work).Code;

    private static IEnumerable<string> Fields(Action work) => Should.Throw<RefusedException>(work).Refusal.Fields!.Keys;
}
