using System.ComponentModel;
using Kayse.Grains.AccessReviews;
using Kayse.Grains.ApiKeys;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Idempotency;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Versions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.AccessReviews;

/// <summary>Access reviews of a company (CO-15).</summary>
internal static class AccessReviewEndpoints
{
    public static void MapAccessReviews(this RouteGroupBuilder api)
    {
        var company = api.MapGroup("/companies/{company}").WithTags("Company").Refuses("forbidden", "not_found");
        company.MapGet("/access-review-reminder", GetAccessReviewReminderAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        company.MapPut("/access-review-reminder", SetAccessReviewReminderAsync).Allows(Who.Admins);
        var reviews = company.MapGroup("/access-reviews");
        reviews.MapGet("", ListAccessReviewsAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        reviews.MapPost("", StartAccessReviewAsync).Allows(Who.Admins);
        reviews.MapGet("/{id}", GetAccessReviewAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        reviews.MapPost("/{id}/close", CloseAccessReviewAsync).Allows(Who.Admins);
        reviews.MapGet("/{id}/report", GetAccessReviewReportAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        reviews.MapGet("/{id}/members", ListReviewedMembersAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        reviews.MapGet("/{id}/members/{userId}", GetReviewedMemberAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        reviews.MapPut("/{id}/members/{userId}/decision", DecideAccessAsync).Allows(Who.Admins);
    }

    /// <summary>List access reviews</summary>
    /// <remarks>The open one first, then the others, latest first.</remarks>
    [Refuses("validation_failed")]
    public static async Task<Ok<ListResponse<AccessReviewResponse>>> ListAccessReviewsAsync(
        string company,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            ListResponse.Of(
                await Reviews(caller, grains, company).ListReviewsAsync(caller.Actor, page.ToRequest()),
                AccessReviewResponse.Of
            )
        );

    /// <summary>Start an access review</summary>
    /// <remarks>
    /// It is about everyone who is a member now, deactivated members included. A company has one open review at a time.
    /// </remarks>
    [Produces<AccessReviewResponse>(StatusCodes.Status201Created)]
    [TakesIdempotencyKey]
    [Refuses("access_review_open")]
    public static Task<IResult> StartAccessReviewAsync(
        string company,
        Body<StartAccessReviewRequest> body,
        Caller caller,
        IGrainFactory grains,
        IdempotentResponses answers,
        TimeProvider clock,
        HttpContext context
    )
    {
        var companyId = caller.CompanyId(company);
        var key = RequestKey.Of(context.Request, clock, body.Fingerprint, "access-review", companyId, caller.Principal.UserId);
        return answers.RunAsync(
            context,
            key,
            async () =>
            {
                var command = new StartAccessReview(key.IdOf("access-review"), body.Value.Name);
                var review = await Reviews(caller, grains, companyId).StartReviewAsync(caller.Actor, command);
                return new Creation(
                    AccessReviewResponse.Of(review),
                    $"{ApiRoutes.Base}/companies/{companyId}/access-reviews/{review.Id}",
                    Version: null
                );
            }
        );
    }

    /// <summary>Get an access review</summary>
    /// <remarks>Returns one review with how far it is.</remarks>
    public static async Task<Ok<AccessReviewResponse>> GetAccessReviewAsync(
        string company,
        RouteId id,
        Caller caller,
        IGrainFactory grains
    ) => TypedResults.Ok(AccessReviewResponse.Of(await Reviews(caller, grains, company).GetReviewAsync(caller.Actor, id)));

    /// <summary>List the members in an access review</summary>
    /// <remarks>Sorted by name, each with their access, when they were last active, and what was decided.</remarks>
    [Refuses("validation_failed")]
    public static async Task<Ok<ListResponse<ReviewedMemberResponse>>> ListReviewedMembersAsync(
        string company,
        RouteId id,
        [AsParameters] ReviewedMemberQuery query,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            ListResponse.Of(
                await Reviews(caller, grains, company).ListItemsAsync(caller.Actor, id, query.ToFilter(), page.ToRequest()),
                ReviewedMemberResponse.Of
            )
        );

    /// <summary>Get a member in an access review</summary>
    /// <remarks>Returns one member with their access and what was decided.</remarks>
    public static async Task<Versioned<ReviewedMemberResponse>> GetReviewedMemberAsync(
        string company,
        RouteId id,
        RouteId userId,
        Caller caller,
        IGrainFactory grains
    ) => Show(await Reviews(caller, grains, company).GetItemAsync(caller.Actor, id, userId));

    /// <summary>Decide about a member's access</summary>
    /// <remarks>
    /// The decision is carried out immediately: <c>reduce</c> changes the member, <c>remove</c> removes them from the
    /// company. You can't decide about yourself or about someone with a higher role.
    ///
    /// If the member's access has changed since the review last showed it, the request is refused with
    /// <c>version_conflict</c>, and the review shows the current access. If the member has left, their <c>state</c>
    /// becomes <c>left</c>.
    /// </remarks>
    [Refuses("own_role", "last_super_admin", "access_review_closed", "access_review_decided")]
    public static async Task<Versioned<ReviewedMemberResponse>> DecideAccessAsync(
        string company,
        RouteId id,
        RouteId userId,
        Body<AccessDecisionRequest> body,
        IfMatch ifMatch,
        Caller caller,
        IGrainFactory grains
    ) => Show(await Reviews(caller, grains, company).DecideAsync(caller.Actor, id, userId, body.Value.ToCommand(ifMatch.Version)));

    /// <summary>Close an access review</summary>
    /// <remarks>
    /// Nothing in it changes afterwards, and its report can be downloaded. If members haven't been reviewed, the request
    /// is refused with <c>access_review_unfinished</c>; with <c>confirm=true</c> the review is closed anyway, and its
    /// report says who wasn't reviewed. May be repeated.
    /// </remarks>
    [Refuses("validation_failed", "access_review_unfinished")]
    public static async Task<Ok<AccessReviewResponse>> CloseAccessReviewAsync(
        string company,
        RouteId id,
        [AsParameters] CloseReviewQuery query,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            AccessReviewResponse.Of(await Reviews(caller, grains, company).CloseReviewAsync(caller.Actor, id, query.IsConfirmed()))
        );

    /// <summary>Download the report of an access review</summary>
    /// <remarks>
    /// Everyone in the review with their access, when they were last active, and what was decided by whom. Refused with
    /// <c>access_review_open</c> until the review is closed.
    /// </remarks>
    [Produces<byte[]>(StatusCodes.Status200OK, AccessReviewReport.Csv, AccessReviewReport.Pdf)]
    [Refuses("validation_failed", "access_review_open")]
    public static async Task<IResult> GetAccessReviewReportAsync(
        string company,
        RouteId id,
        [QueryWords("csv", "pdf", Default = "csv"), Description("`csv` or `pdf`.")] string? format,
        [QueryFlag, Description("`true` begins a CSV file with a byte order mark, by which Excel knows UTF-8.")] string? bom,
        Caller caller,
        IGrainFactory grains
    ) => await new AccessReviewReport(caller, grains, company, id).BeginAsync(format, bom);

    /// <summary>Get the access review reminder</summary>
    /// <remarks>Whether Super Admins are reminded by email at the beginning of each quarter.</remarks>
    public static async Task<Ok<AccessReviewReminderResponse>> GetAccessReviewReminderAsync(
        string company,
        Caller caller,
        IGrainFactory grains
    ) => TypedResults.Ok(AccessReviewReminderResponse.Of(await Reviews(caller, grains, company).GetReminderAsync(caller.Actor)));

    /// <summary>Set the access review reminder</summary>
    /// <remarks>May be repeated.</remarks>
    public static async Task<Ok<AccessReviewReminderResponse>> SetAccessReviewReminderAsync(
        string company,
        Body<AccessReviewReminderRequest> body,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            AccessReviewReminderResponse.Of(
                await Reviews(caller, grains, company).SetReminderAsync(caller.Actor, body.Value.Quarterly!.Value)
            )
        );

    private static ICompanyAccessReviewsGrain Reviews(Caller caller, IGrainFactory grains, string company) =>
        caller.Company<ICompanyAccessReviewsGrain>(grains, company);

    private static Versioned<ReviewedMemberResponse> Show(AccessReviewItem item) =>
        Versioned.Ok(ReviewedMemberResponse.Of(item), item.MemberVersion);
}
