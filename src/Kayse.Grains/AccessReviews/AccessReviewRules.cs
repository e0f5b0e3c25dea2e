using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;

namespace Kayse.Grains.AccessReviews;

/// <summary>What may be decided in an access review, and what comes of it.</summary>
internal static class AccessReviewRules
{
    private const string DeletedPerson = "Deleted person";

    /// <summary>The name of a new review, checked; without one it is named after the quarter.</summary>
    public static string NameOf(StartAccessReview command, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        var name = errors.Optional("name", command.Name, FieldLimits.AccessReviewName);
        errors.ThrowIfAny();
        return name ?? Times.Quarter(now);
    }

    /// <summary>A decision with its note checked. Changes belong to a reduction, and to nothing else.</summary>
    public static DecideAccess Check(DecideAccess command)
    {
        var errors = new FieldErrors();
        var note = errors.Optional("note", command.Note, FieldLimits.ReviewNote);
        if (command.Decision == AccessDecision.Reduce && command.Changes is null)
            errors.Add("changes", "Say what to take away.");
        if (command.Decision != AccessDecision.Reduce && command.Changes is not null)
            errors.Add("changes", "Leave this out unless you reduce access.");
        errors.ThrowIfAny();
        return command with { Note = note };
    }

    /// <summary>Nobody reviews themselves, or somebody above them.</summary>
    public static void EnsureMayReview(MemberView acting, MemberView member)
    {
        if (acting.UserId == member.UserId)
            throw new RefusedException(MemberErrors.OwnRole);
        if (member.Role > acting.Role)
            throw new RefusedException(GeneralErrors.Forbidden);
    }

    /// <summary>What was taken away doesn't come back by another decision; it can only become less.</summary>
    public static void EnsureMayFollow(AccessReviewItem item, AccessDecision decision)
    {
        if (item.State is AccessReviewState.Removed or AccessReviewState.Left)
            throw new RefusedException(AccessReviewErrors.Decided);
        if (item.State == AccessReviewState.Reduced && decision == AccessDecision.Keep)
            throw new RefusedException(AccessReviewErrors.Decided);
    }

    /// <summary>Whether the member is the one who was looked at, in the way in which they were.</summary>
    /// <param name="item">What the review shows.</param>
    /// <param name="member">The member now.</param>
    /// <param name="expectedVersion">The version that was looked at; null: the one that the review shows.</param>
    public static bool IsAsSeen(AccessReviewItem item, MemberView member, long? expectedVersion)
    {
        if ((expectedVersion ?? item.MemberVersion) == member.Version)
            return true;
        // What has changed may be something else, such as a phone number.
        return (expectedVersion ?? item.MemberVersion) == item.MemberVersion
            && item.Status == member.Status
            && IsSame((item.Decision?.After ?? item.Access).Grant, member.Access);
    }

    /// <summary>
    /// The item as the member is now. A decision to keep something else is no decision any more; what was taken away
    /// was.
    /// </summary>
    public static AccessReviewItem Refreshed(AccessReviewItem item, AccessReviewItem now) =>
        item.State == AccessReviewState.Reduced
            ? item with
            {
                Status = now.Status,
                LastActiveAt = now.LastActiveAt,
                MemberVersion = now.MemberVersion,
            }
            : now with
            {
                Decision = null,
            };

    /// <summary>The item with a decision that was carried out.</summary>
    public static AccessReviewItem Decided(AccessReviewItem item, ReviewedDecision decision, long memberVersion) =>
        item with
        {
            Decision = decision,
            MemberVersion = memberVersion,
        };

    /// <summary>A reduction takes something, and gives nothing.</summary>
    public static void EnsureReduces(AccessPreview preview)
    {
        var errors = new FieldErrors();
        if (!preview.Grants.IsEmpty)
            errors.Add("changes", "This would give more access. Choose only what to take away.");
        else if (preview.Takes.IsEmpty)
            errors.Add("changes", "This takes nothing away. Choose what to take away, or keep the access.");
        errors.ThrowIfAny();
    }

    public static AccessReviewCounts Count(IEnumerable<AccessReviewState> states)
    {
        var counts = states.CountBy(state => state).ToDictionary();
        return new AccessReviewCounts(
            Of(AccessReviewState.Undecided),
            Of(AccessReviewState.Kept),
            Of(AccessReviewState.Reduced),
            Of(AccessReviewState.Removed),
            Of(AccessReviewState.Left)
        );

        int Of(AccessReviewState state) => counts.GetValueOrDefault(state);
    }

    /// <summary>What is left of somebody whose account was erased: what they could do, and what was decided.</summary>
    /// <param name="item">The member.</param>
    /// <param name="isOpen">Whether the review still is, so that it is one less to decide about.</param>
    public static AccessReviewItem Erased(AccessReviewItem item, bool isOpen) =>
        item with
        {
            FullName = DeletedPerson,
            Email = "",
            LastActiveAt = null,
            HasLeft = item.HasLeft || isOpen,
            Decision = item.Decision is { } decision ? decision with { Note = null } : null,
        };

    /// <summary>A reviewer whose account was erased.</summary>
    public static Reviewer Erased(string userId) => new(userId, DeletedPerson);

    /// <summary>When the next reminder is due: at the beginning of the next quarter, in the morning of a day in UTC.</summary>
    public static DateTimeOffset NextReminder(DateTimeOffset now)
    {
        var utc = now.UtcDateTime;
        var quarter = new DateTimeOffset(utc.Year, (((utc.Month - 1) / 3) * 3) + 1, 1, 9, 0, 0, TimeSpan.Zero);
        return quarter > now ? quarter : quarter.AddMonths(3);
    }

    private static bool IsSame(AccessGrant one, AccessGrant other) =>
        new AuditDiff<Holder>(new Holder(one), new Holder(other)).Grant(holder => holder.Access).Changes.Count == 0;

    private sealed record Holder(AccessGrant Access);
}
