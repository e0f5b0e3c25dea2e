using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Invitations.Bulk;

/// <summary>
/// Invites the people of a file (IN-10). Every row is looked at before the first is carried out; then those with
/// nothing wrong are, a stretch at a time. The company does each wholly or not at all and skips whom it knows, so that
/// a file that was interrupted can be uploaded again.
/// </summary>
internal sealed class BulkInvitationFlow(TimeProvider clock)
{
    private const int RowsAtOnce = 50;

    /// <summary>What inviting would refuse; the outcome of the other rows is null. Changes nothing.</summary>
    public async Task<IReadOnlyList<BulkRow>> CheckAsync(ICompanyInvitationsGrain company, Actor actor, InvitationFile file)
    {
        var rows = file.Rows.Select(row => RowOf(file.Columns, row)).ToList();
        var refusals = await company.CheckManyAsync(actor, rows);
        var outcomes = file
            .Rows.Select((row, i) => FaultOf(row) ?? refusals[i])
            .Select(refusal => refusal is null ? null : new InviteRowOutcome(InviteOutcome.Refused, refusal))
            .ToArray();
        RefuseRepetitions(file, rows, outcomes);
        return [.. file.Rows.Select((row, i) => new BulkRow(row, rows[i], outcomes[i]))];
    }

    /// <summary>Invites those of a file with nothing wrong; every row has an outcome then.</summary>
    public async Task<IReadOnlyList<BulkRow>> InviteAsync(ICompanyInvitationsGrain company, Actor actor, InvitationFile file)
    {
        var rows = (await CheckAsync(company, actor, file)).ToArray();
        var valid = Enumerable.Range(0, rows.Length).Where(i => rows[i].Outcome is null);
        foreach (var stretch in valid.Chunk(RowsAtOnce))
        {
            var results = await company.InviteManyAsync(actor, [.. stretch.Select(i => rows[i].Row)]);
            foreach (var (i, result) in stretch.Zip(results))
                rows[i] = rows[i] with { Outcome = result };
        }

        return rows;
    }

    private InviteRow RowOf(FileColumns columns, FileRow row)
    {
        string Cell(string field) => columns.CellOf(row.Cells, field);
        var scopes = Cell("scopeIds").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new InviteRow(
            EntityId.New(clock),
            Cell("fullName"),
            Cell("email"),
            RoleOf(Cell("role")),
            Cell("phoneNumber"),
            Cell("jobTitle"),
            scopes
        )
        {
            CaseAccess = Cell("caseAccess"),
            AgentAccess = Cell("agentAccess"),
        };
    }

    // Of rows with the same address the first counts.
    private static void RefuseRepetitions(InvitationFile file, List<InviteRow> rows, InviteRowOutcome?[] outcomes)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            if (EmailAddress.TryNormalize(rows[i].Email, out var email) && !lines.TryAdd(email, file.Rows[i].Line))
                outcomes[i] ??= new InviteRowOutcome(
                    InviteOutcome.Refused,
                    HttpErrors.Field("email", $"Line {lines[email]} has the same address.")
                );
        }
    }

    private static Refusal? FaultOf(FileRow row) => row.Fault is null ? null : HttpErrors.Body(row.Fault);

    private static Role? RoleOf(string text)
    {
        var word = text.Replace(' ', '_').Replace('-', '_').ToLowerInvariant();
        return Words<Role>.TryParse(word, out var role) ? role
            : word is "superadmin" ? Role.SuperAdmin
            : null;
    }
}
