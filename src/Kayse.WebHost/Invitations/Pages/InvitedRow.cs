using Kayse.Grains.Invitations;
using Kayse.WebHost.Invitations.Bulk;

namespace Kayse.WebHost.Invitations.Pages;

/// <summary>What became of a row of a file.</summary>
/// <param name="Line">Where it begins.</param>
/// <param name="Email">The address in it.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why nothing was done; null when something was.</param>
public sealed record InvitedRow(int Line, string Email, InviteOutcome Outcome, string? Reason)
{
    internal static InvitedRow Of(BulkInvitationRowResponse row) => new(row.Line, row.Email, row.Outcome, ReasonOf(row.Error));

    private static string? ReasonOf(BulkInvitationError? error) =>
        error is not { Columns: { } columns }
            ? error?.Message
            : string.Join(' ', columns.Select(column => $"{column.Key}: {string.Join(' ', column.Value)}"));
}
