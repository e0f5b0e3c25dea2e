using Kayse.Grains.ApiKeys;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Invitations.Bulk;

internal static class BulkInvitationEndpoints
{
    public static void MapBulkInvitations(this RouteGroupBuilder api)
    {
        api.MapPost("/companies/{company}/invitations/bulk", InviteManyAsync)
            .Allows(
                Who.Holding(Permissions.InviteMembers),
                keys: ApiKeyPermissions.Write,
                onlyKeysOfPeople: true,
                limit: RateLimitKind.BulkInvitationsPerUser
            );
    }

    /// <summary>Bulk invite</summary>
    /// <remarks>
    /// Invites the people listed in a CSV file. The first line names the columns, in any order: <c>email</c>,
    /// <c>full name</c> and <c>role</c> are required; <c>phone</c>, <c>job title</c>, <c>scopes</c> (names
    /// separated by <c>;</c>), <c>case access</c> and <c>agent access</c> (<c>all</c> or <c>assigned</c>) are
    /// optional; a column <c>error</c> is ignored. Without <c>case access</c>, naming scopes restricts the person to
    /// them. Upper and lower case, spaces and underscores in column names do not matter.
    ///
    /// The file is UTF-8, separated by commas, semicolons or tabs, with up to 1,000 rows. A file that cannot be
    /// read changes nothing. Otherwise all rows are validated first, and each valid row is then carried out
    /// completely or not at all. Uploading the same file again is safe: people who are already invited or members
    /// are skipped.
    ///
    /// No row may have a role above your own.
    /// </remarks>
    [Tags("Invitations")]
    [Refuses("forbidden", "not_found", "email_not_verified")]
    public static async Task<Ok<BulkInvitationResponse>> InviteManyAsync(
        string company,
        CsvBody body,
        Caller caller,
        IGrainFactory grains,
        BulkInvitationFlow flow
    )
    {
        var file = InvitationFile.Read(body.Text);
        var rows = await flow.InviteAsync(caller.Company<ICompanyInvitationsGrain>(grains, company), caller.Actor, file);
        return TypedResults.Ok(new BulkInvitationResponse([.. rows.Select(row => BulkInvitationRowResponse.Of(file.Columns, row))]));
    }
}
