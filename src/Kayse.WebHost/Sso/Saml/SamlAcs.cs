using Kayse.Grains.Mail;
using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>
/// Takes the responses that browsers bring from identity providers. What comes of one is kept for the browser that has the
/// cookie of the request that it answers.
/// </summary>
internal sealed class SamlAcs(SsoFlow flow, IGrainFactory grains, PublicLinks links, TimeProvider clock)
{
    private static readonly TimeSpan _skew = TimeSpan.FromSeconds(120);

    public async Task<IResult> TakeAsync(HttpContext context, string connectionId, SamlPost post, CancellationToken ct)
    {
        if (await FindAsync(connectionId) is not { Saml: not null } connection)
            return SsoFlow.Lost();
        var us = new SamlServiceProvider(connection.Id, links.PublicUrl);
        var outcome = await ValidateAsync(connection, us, post.Xml);
        if (IsUnsolicited(outcome) && !SamlFlow.IsRequestId(post.RelayState))
            return await flow.BeginAsync(context, new SsoStart(SsoPurpose.SignIn, connection.CompanyId, SsoProtocol.Saml), ct);
        if (outcome.IsAccepted)
            outcome = await UseAsync(connection.Id, outcome);
        var attemptId = outcome.InResponseTo ?? post.RelayState;
        if (!SamlFlow.IsRequestId(attemptId))
            return SsoFlow.Lost();
        var identity = outcome is { IsAccepted: true, Assertion: { } assertion } ? IdentityOf(connection, assertion) : null;
        return await SsoOutcomes.KeepAsync(grains, connection.Id, new SsoOutcome(attemptId!, identity, SamlReports.Of(outcome, us)));
    }

    private async Task<SamlOutcome> ValidateAsync(SsoConnection connection, SamlServiceProvider us, byte[] xml)
    {
        var outcome = Validate(connection, us, xml);
        if (outcome.FirstFailure?.Name != SamlCheckName.Signature)
            return outcome;
        // Perhaps the provider has begun to sign with another certificate since its metadata was read.
        var hasChanged = await grains.GetGrain<ISamlUpkeepGrain>(connection.CompanyId).LookForNewCertificateAsync();
        return hasChanged && await FindAsync(connection.Id) is { Saml: not null } current ? Validate(current, us, xml) : outcome;
    }

    private SamlOutcome Validate(SsoConnection connection, SamlServiceProvider us, byte[] xml)
    {
        var now = clock.GetUtcNow();
        using var trust = new SamlTrust(connection.Saml!, now);
        var expected = new SamlExpectation
        {
            IdentityProvider = connection.Saml!.EntityId,
            EntityId = us.EntityId,
            AcsUrl = us.AcsUrl,
            Now = now,
        };
        return SamlResponseValidator.Validate(xml, trust.Signatures, expected);
    }

    // An icon in the provider's own portal: who clicks it is sent back with a request, so that what is accepted is always
    // an answer to one.
    private static bool IsUnsolicited(SamlOutcome outcome) =>
        outcome.Assertion is not null
        && outcome.Checks.All(check => check.Passed || check.Name == SamlCheckName.InResponseTo)
        && !outcome.IsAccepted;

    // Only what is right in every other way is remembered, or anybody could use up what they don't have.
    private async Task<SamlOutcome> UseAsync(string connectionId, SamlOutcome outcome)
    {
        var now = clock.GetUtcNow();
        // However long it is valid: the request that it answers is open for less.
        var until = now + SsoAttempt.Lifetime + _skew;
        var isFirst =
            await OnceAsync(connectionId, $"request {outcome.InResponseTo}", until)
            && await OnceAsync(connectionId, $"assertion {outcome.Assertion!.Id}", until);
        var check = new SamlCheck(SamlCheckName.Replay, isFirst, isFirst ? "Used for the first time." : "This response was used before.");
        return outcome with { Checks = [.. outcome.Checks, check] };
    }

    private Task<bool> OnceAsync(string connectionId, string id, DateTimeOffset until) =>
        grains.GetGrain<ISsoOnceGrain>(SsoOnceKeys.Of(connectionId, id)).UseAsync(id, until);

    private Task<SsoConnection?> FindAsync(string connectionId) => grains.GetGrain<ISsoConnectionGrain>(connectionId).GetAsync();

    private static VerifiedIdentity IdentityOf(SsoConnection connection, SamlAssertion assertion)
    {
        var profile = SamlProfile.Of(assertion);
        return new VerifiedIdentity(connection.Id, connection.Saml!.EntityId, assertion.NameId)
        {
            Email = profile.Email,
            FullName = profile.FullName,
            Groups = profile.Groups,
            AuthenticatedAt = assertion.AuthenticatedAt,
        };
    }
}
