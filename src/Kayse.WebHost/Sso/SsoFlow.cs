using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Security;
using Kayse.Grains.Sso;
using Kayse.Grains.Users;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Pages;
using Kayse.WebHost.SignIn;

namespace Kayse.WebHost.Sso;

/// <summary>
/// What all protocols of single sign-on share: sends a browser to the identity provider, and takes it from there to where
/// it wanted to go. The protocols check what the provider says, the grains decide what it opens.
/// </summary>
internal sealed class SsoFlow(
    IGrainFactory grains,
    IEnumerable<ISsoProtocolFlow> protocols,
    SsoAttempts attempts,
    SecurityLog log,
    SignInMeter meter,
    TimeProvider clock
)
{
    private const int MaxReturnTo = 500;

    /// <summary>
    /// Begins an attempt and sends the browser to the identity provider. Refuses <c>sso_unavailable</c>; a provider that
    /// can't be reached ends in <see cref="FailAsync"/>.
    /// </summary>
    public async Task<IResult> BeginAsync(HttpContext context, SsoStart start, CancellationToken ct)
    {
        var id = SsoConnectionIds.Of(start.CompanyId, start.Protocol);
        if (
            await grains.GetGrain<ISsoConnectionGrain>(id).GetAsync() is not { } connection
            || protocols.FirstOrDefault(flow => flow.Protocol == start.Protocol) is not { } protocol
        )
            throw new RefusedException(SsoErrors.Unavailable);
        var attempt = new SsoAttempt(
            SsoAttempt.NewId(),
            start.Purpose,
            start.CompanyId,
            start.Protocol,
            connection.Version,
            clock.GetUtcNow()
        )
        {
            // Browsers drop cookies that are too large.
            ReturnTo = start.ReturnTo is { Length: > MaxReturnTo } ? null : start.ReturnTo,
            RememberMe = start.RememberMe,
            SessionId = start.Caller?.SessionId,
            UserId = start.Caller?.Principal.UserId,
        };
        try
        {
            var handOff = await protocol.BeginAsync(connection, attempt, ct);
            attempts.Keep(context, handOff.Attempt);
            return SsoHandOffResult.Of(handOff);
        }
        catch (SsoProtocolException failed)
        {
            return await FailAsync(context, attempt, failed.Report);
        }
    }

    /// <summary>
    /// The provider vouches for somebody: signs them in, completes the test, or confirms their identity, and sends the
    /// browser on. Never throws for what is refused.
    /// </summary>
    /// <param name="context">The request, which must have come with the attempt's cookie.</param>
    /// <param name="attempt">As <see cref="SsoAttempts.Read"/> has it.</param>
    /// <param name="identity">Who it is.</param>
    /// <param name="report">The checks that have passed.</param>
    public async Task<IResult> CompleteAsync(HttpContext context, SsoAttempt attempt, VerifiedIdentity identity, SsoTestReport report)
    {
        SsoAttempts.Clear(context);
        try
        {
            if (identity.ConnectionId != attempt.ConnectionId || attempt.IsOver(clock.GetUtcNow()))
                throw new RefusedException(SsoErrors.AttemptExpired);
            return attempt.Purpose switch
            {
                SsoPurpose.SignIn => await SignInAsync(context, attempt, identity),
                SsoPurpose.StepUp => await StepUpAsync(context, attempt, identity),
                _ => await CompleteTestAsync(context, attempt, identity, report),
            };
        }
        catch (RefusedException refused)
        {
            return Refused(attempt, refused.Refusal);
        }
    }

    /// <summary>
    /// What the provider sent was not accepted: says so, and to who tests the connection which check failed. Never throws
    /// for what is refused.
    /// </summary>
    public async Task<IResult> FailAsync(HttpContext context, SsoAttempt attempt, SsoTestReport report)
    {
        SsoAttempts.Clear(context);
        log.SignInFailed(attempt.UserId, report.Checks.LastOrDefault(check => !check.Passed)?.Name ?? "Single sign-on");
        if (attempt.Purpose == SsoPurpose.SignIn)
            meter.Sso.Failed();
        try
        {
            return attempt.Purpose == SsoPurpose.Test
                ? await CompleteTestAsync(context, attempt, identity: null, report)
                : Refused(attempt, SsoErrors.Failed);
        }
        catch (RefusedException refused)
        {
            return Refused(attempt, refused.Refusal);
        }
    }

    /// <summary>There is no attempt of this browser for what came from a provider.</summary>
    public static IResult Lost() => SeeOther(SsoPages.SignIn(SsoErrors.AttemptExpired));

    private async Task<IResult> SignInAsync(HttpContext context, SsoAttempt attempt, VerifiedIdentity identity)
    {
        var command = new SsoSignIn(identity, attempt.BegunAt, ClientDevices.Of(context), attempt.RememberMe);
        var signedIn = await grains.GetGrain<ICompanySsoGrain>(attempt.CompanyId).SignInAsync(command);
        log.SignInSucceeded(signedIn.User.Id, signedIn.Session.Id);
        meter.Sso.Succeeded();
        if (context.Features.Get<Caller>() is { } before)
            await SignOutFlow.SignOutAsync(before, grains, context);
        SessionCookie.SetBound(context, signedIn.Session, signedIn.RememberedUntil);
        return SeeOther(ReturnTo.Safe(attempt.ReturnTo));
    }

    private async Task<IResult> StepUpAsync(HttpContext context, SsoAttempt attempt, VerifiedIdentity identity)
    {
        var caller = CallerOf(context, attempt);
        var renewed = await caller.User<ISsoSignInGrain>(grains).StepUpBySsoAsync(caller.SessionId, identity, attempt.BegunAt);
        SessionCookie.SetBound(context, renewed.Session, renewed.RememberedUntil);
        return SeeOther(ReturnTo.Safe(attempt.ReturnTo));
    }

    private async Task<IResult> CompleteTestAsync(
        HttpContext context,
        SsoAttempt attempt,
        VerifiedIdentity? identity,
        SsoTestReport report
    )
    {
        var test = new CompleteSsoTest(attempt.Protocol, attempt.ConnectionVersion, report, identity);
        await grains.GetGrain<ICompanySsoGrain>(attempt.CompanyId).CompleteTestAsync(CallerOf(context, attempt).Actor, test);
        return SeeOther(SsoPages.Test);
    }

    // Who began it in a session ends it in the same one.
    private static Caller CallerOf(HttpContext context, SsoAttempt attempt) =>
        context.Features.Get<Caller>() is { IsApiKey: false } caller
        && caller.SessionId == attempt.SessionId
        && caller.Principal.UserId == attempt.UserId
            ? caller
            : throw new RefusedException(SsoErrors.AttemptExpired);

    private static SeeOtherResult Refused(SsoAttempt attempt, Refusal refusal) =>
        SeeOther(
            attempt.Purpose switch
            {
                SsoPurpose.SignIn => SsoPages.SignIn(refusal),
                SsoPurpose.StepUp => SsoPages.StepUp(refusal, attempt.ReturnTo),
                _ => SsoPages.Settings(refusal),
            }
        );

    private static SeeOtherResult SeeOther(string url) => new(url);
}
