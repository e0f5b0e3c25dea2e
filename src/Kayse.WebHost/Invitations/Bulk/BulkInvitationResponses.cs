using System.Globalization;
using System.Text.Json.Serialization;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;

namespace Kayse.WebHost.Invitations.Bulk;

/// <summary>The result of a bulk invite.</summary>
/// <param name="Rows">The result of each row, in the order of the file.</param>
internal sealed record BulkInvitationResponse(IReadOnlyList<BulkInvitationRowResponse> Rows);

/// <summary>The result of a row.</summary>
/// <param name="Line">The first line of the row in the file, from 1.</param>
/// <param name="Email">The email address as written in the file.</param>
/// <param name="Outcome"><c>invited</c>, <c>added</c> (an admin of another company, at once), <c>skipped</c> (invited
/// or a member already) or <c>refused</c>.</param>
/// <param name="Error">Why nothing was done, or absent.</param>
internal sealed record BulkInvitationRowResponse(
    int Line,
    string Email,
    InviteOutcome Outcome,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BulkInvitationError? Error
)
{
    /// <summary>A row that has an outcome.</summary>
    public static BulkInvitationRowResponse Of(FileColumns columns, BulkRow row) =>
        new(
            row.Source.Line,
            row.Row.Email,
            row.Outcome!.Outcome,
            row.Outcome.Refusal is { } refusal ? BulkInvitationError.Of(columns, row.Source.Line, refusal) : null
        );
}

/// <summary>Why a row was skipped or refused.</summary>
/// <param name="Code">As in a problem; <c>validation_failed</c> if there are several reasons.</param>
/// <param name="Message">The line, columns and reasons in words.</param>
/// <param name="Columns">The reasons by column; absent if no column is at fault.</param>
internal sealed record BulkInvitationError(
    string Code,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, IReadOnlyList<string>>? Columns
)
{
    public static BulkInvitationError Of(FileColumns columns, int line, Refusal refusal)
    {
        var reasons = refusal.Fields?.ToDictionary(
            field => columns.HeaderOf(field.Key),
            IReadOnlyList<string> (field) => field.Value,
            StringComparer.Ordinal
        );
        var where = string.Create(CultureInfo.InvariantCulture, $"Line {line}");
        var message = reasons is null
            ? $"{where}: {refusal.Message}"
            : $"{where}, {string.Join("; ", reasons.Select(column => $"column \"{column.Key}\": {string.Join(' ', column.Value)}"))}";
        return new BulkInvitationError(refusal.Code, message, reasons);
    }
}
