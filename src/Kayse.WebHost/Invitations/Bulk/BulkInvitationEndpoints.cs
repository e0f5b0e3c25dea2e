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
    public static void MapBulkInvitations(this RouteGroupBuilder api) =>
        api.MapPost("/companies/{company}/invitations/bulk", InviteAsync)
            .WithTags("Invitations")
            .ForHoldersOf(Permissions.InviteMembers)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.BulkInvitationsPerUser)
            .AllowsApiKeys(ApiKeyPermissions.Write)
            .Documents(
                "InviteMany",
                "Invite the people of a CSV file",
                """
                The first line names the columns, in any order: `email`, `full name`, `role`, and if wanted `phone`, `job title`, `scopes`
                (names, `;` between), `case access` and `agent access` (`all` or `assigned`; without `case access`, naming scopes restricts
                to them). Case, spaces and underscores in the names don't matter. UTF-8, separated by `,`, `;` or tabs, up to 1,000 rows. A
                file that as a whole is at fault changes nothing. Every row is looked at first; then those with nothing wrong are carried
                out, each wholly or not at all. The same file again does nothing again: people who are invited or members are skipped. Needs
                `members.invite`, and for each row a role not above one's own.
                """
            )
            .Refuses("forbidden", "not_found", "email_not_verified");

    private static async Task<Ok<BulkInvitationAnswer>> InviteAsync(
        string company,
        CsvBody body,
        Caller caller,
        IGrainFactory grains,
        BulkInvitationFlow flow
    ) =>
        TypedResults.Ok(
            await flow.InviteAsync(
                caller.Company<ICompanyInvitationsGrain>(grains, company),
                caller.Actor,
                InvitationFile.Read(body.Text)
            )
        );
}
