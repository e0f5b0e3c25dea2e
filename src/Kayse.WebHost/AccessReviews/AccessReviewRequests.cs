using Kayse.Grains.AccessReviews;
using Kayse.Grains.Members;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Members;

namespace Kayse.WebHost.AccessReviews;

/// <summary>Starts an access review.</summary>
internal sealed class StartAccessReviewRequest
{
    /// <summary>What it is called, 1 to 100 characters. Absent: the quarter, such as <c>Q4 2026</c>.</summary>
    public string? Name { get; init; }
}

/// <summary>A decision about a member's access.</summary>
internal sealed class AccessDecisionRequest
{
    /// <summary>What is decided.</summary>
    public required AccessDecision? Decision { get; init; }

    /// <summary>What is taken away; only to reduce, and nothing that gives more access.</summary>
    public ReducedAccessRequest? Changes { get; init; }

    /// <summary>Why, up to 300 characters. Included in the report.</summary>
    public string? Note { get; init; }

    public DecideAccess ToCommand(long? expectedVersion) => new(Decision!.Value, ToAccess(), Note, expectedVersion);

    private AccessChange? ToAccess()
    {
        if (Changes is null)
            return null;
        Optionals.RefuseNull([.. Changes.NullMembers().Select(member => ($"changes.{member.Name}", member.IsNull))]);
        return Changes.ToAccess();
    }
}

/// <summary>What is taken from a member; absent fields stay as they are.</summary>
internal sealed class ReducedAccessRequest : AccessChangeRequest;

/// <summary>Whether Super Admins are reminded of access reviews.</summary>
internal sealed class AccessReviewReminderRequest
{
    /// <summary>Whether they get an email at the beginning of each quarter.</summary>
    public required bool? Quarterly { get; init; }
}
