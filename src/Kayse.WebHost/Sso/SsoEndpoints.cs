using Kayse.Grains.Errors;
using Kayse.Grains.Sso;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.Pages;
using Kayse.WebHost.Sso.Oidc;
using Kayse.WebHost.Sso.Saml;

namespace Kayse.WebHost.Sso;

/// <summary>
/// Where browsers begin single sign-on, outside the API: each is a plain link, since a form may not be redirected to another
/// site.
/// </summary>
internal static class SsoEndpoints
{
    public static void MapSsoPages(this WebApplication app)
    {
        var sso = app.MapGroup("/sso").ExcludeFromDescription().WithMetadata(new RefusalWriter(PageRefusals.AnswerAsync));
        sso.MapGet("/start", StartAsync).Allows(Who.AnyoneOrSignedIn, limit: RateLimitKind.SsoPerCaller);
        sso.MapGet("/test/{protocol}", TestAsync).Allows(Who.SignedIn, limit: RateLimitKind.SsoChangesPerUser);
        sso.MapGet("/step-up", StepUpAsync).Allows(Who.SignedIn, limit: RateLimitKind.StepUpsPerUser);
        sso.MapGet("/complete", CompleteAsync).Allows(Who.AnyoneOrSignedIn, limit: RateLimitKind.SsoPerCaller);
        app.MapOidcCallback();
        app.MapSaml();
    }

    /// <summary>Sends whoever has an address in a verified domain to its company's identity provider.</summary>
    private static async Task<IResult> StartAsync(
        string? email,
        string? returnTo,
        string? remember,
        SsoFlow flow,
        IGrainFactory grains,
        HttpContext context,
        CancellationToken ct
    )
    {
        if (await SsoOffers.FindAsync(grains, email) is not ({ } companyId, { } offer))
            return new SeeOtherResult(SsoPages.SignIn(SsoErrors.Unavailable));
        var start = new SsoStart(SsoPurpose.SignIn, companyId, offer.Protocol)
        {
            ReturnTo = returnTo,
            Email = email,
            RememberMe = remember is "true" or "on",
        };
        return await BeginAsync(() => flow.BeginAsync(context, start, ct), SsoPages.SignIn);
    }

    /// <summary>Sends a Super Admin to the identity provider to test a connection.</summary>
    private static Task<IResult> TestAsync(
        string protocol,
        Caller caller,
        SsoFlow flow,
        IGrainFactory grains,
        HttpContext context,
        CancellationToken ct
    ) =>
        BeginAsync(
            async () =>
            {
                var wanted = SsoWords.ProtocolOf(protocol);
                await caller.Company<ICompanySsoGrain>(grains).BeginTestAsync(caller.Actor, wanted);
                return await flow.BeginAsync(
                    context,
                    new SsoStart(SsoPurpose.Test, caller.Principal.CompanyId, wanted) { Caller = caller },
                    ct
                );
            },
            SsoPages.Settings
        );

    /// <summary>Sends whoever signed in by single sign-on to confirm their identity.</summary>
    private static Task<IResult> StepUpAsync(string? returnTo, Caller caller, SsoFlow flow, HttpContext context, CancellationToken ct) =>
        BeginAsync(
            () =>
            {
                var companyId = caller.Principal.CompanyId;
                var start = new SsoStart(SsoPurpose.StepUp, companyId, SsoWords.ProtocolOf(companyId, caller.Principal.SsoConnectionId))
                {
                    ReturnTo = returnTo,
                    Caller = caller,
                };
                return flow.BeginAsync(context, start, ct);
            },
            refusal => SsoPages.StepUp(refusal, returnTo)
        );

    /// <summary>Completes what an identity provider answered by a POST, in the browser that began it.</summary>
    private static async Task<IResult> CompleteAsync(
        string? code,
        SsoFlow flow,
        SsoAttempts attempts,
        IGrainFactory grains,
        HttpContext context
    )
    {
        if (
            string.IsNullOrEmpty(code)
            || attempts.Read(context.Request) is not { } attempt
            || await grains.GetGrain<ISsoOnceGrain>(SsoOnceKeys.Of(attempt.ConnectionId, code)).TakeAsync(code) is not { } outcome
            || !attempt.Secrets.TryGetValue(SsoOutcomes.AttemptId, out var expected)
            || expected != outcome.AttemptId
        )
            return SsoFlow.Lost();
        return outcome.Identity is { } identity
            ? await flow.CompleteAsync(context, attempt, identity, outcome.Report)
            : await flow.FailAsync(context, attempt, outcome.Report);
    }

    private static async Task<IResult> BeginAsync(Func<Task<IResult>> begin, Func<Refusal, string> pageOf)
    {
        try
        {
            return await begin();
        }
        catch (RefusedException refused) when (ProblemTable.Find(refused.Code) is not null)
        {
            return new SeeOtherResult(pageOf(refused.Refusal));
        }
    }
}
