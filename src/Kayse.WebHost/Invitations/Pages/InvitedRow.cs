using Kayse.Grains.Invitations;
using Kayse.WebHost.Invitations.Bulk;

namespace Kayse.WebHost.Invitations.Pages;

/// <summary>What became of a row of a file.</summary>
/// <param name="Line">Where it begins.</param>
/// <param name="Email">The address in it.</param>
/// <param name="FullName">The name in it.</param>
/// <param name="Outcome">What became of it; null while nothing is wrong with it and nothing was done.</param>
/// <param name="Reason">Why nothing was done; null when something was.</param>
public sealed record InvitedRow(int Line, string Email, string FullName, InviteOutcome? Outcome, string? Reason)
{
    internal static InvitedRow Of(FileColumns columns, BulkRow row) =>
        new(
            row.Source.Line,
            row.Row.Email,
            row.Row.FullName,
            row.Outcome?.Outcome,
            row.Outcome is null ? null : ReasonOf(BulkInvitationRowResponse.Of(columns, row).Error)
        );

    private static string? ReasonOf(BulkInvitationError? error) =>
        error is not { Columns: { } columns }
            ? error?.Message
            : string.Join(' ', columns.Select(column => $"{column.Key}: {string.Join(' ', column.Value)}"));
}
