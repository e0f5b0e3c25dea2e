using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Invitations.Bulk;

/// <summary>Faults of a file as a whole: nothing of it is carried out.</summary>
internal static class InvitationFileErrors
{
    /// <summary>There is nobody in it.</summary>
    public static readonly Refusal NoRows = HttpErrors.Body(
        "The file has no rows: it needs a line of column names and a line for each person."
    );

    /// <summary>It can't be read as CSV, or its columns are not those that there are.</summary>
    public static Refusal Unreadable(string message) => HttpErrors.Body(message);
}
