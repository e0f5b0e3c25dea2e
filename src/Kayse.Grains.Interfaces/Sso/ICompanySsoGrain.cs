using Kayse.Grains.Members;
using Kayse.Grains.Users;
using Orleans.Concurrency;

namespace Kayse.Grains.Sso;

/// <summary>
/// The single sign-on of a company (EN-1, EN-2), keyed by company id: which connection is in use, whether everybody has to
/// use it, and the sign-in of who comes by it. Reading is for Admins and above, changing for Super Admins who have
/// confirmed their identity a short while ago; else <c>forbidden</c> and <c>step_up_required</c>.
/// </summary>
[Alias("kayse.company-sso")]
public interface ICompanySsoGrain : IGrainWithStringKey
{
    /// <summary>How it stands, without secrets.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<SsoOverview> GetAsync(Actor actor);

    /// <summary>
    /// Refuses who may not change single sign-on; for what has to be looked up at a provider before a command can be given.
    /// </summary>
    [Alias("authorize-change"), AlwaysInterleave]
    Task AuthorizeChangeAsync(Actor actor);

    /// <summary>
    /// Sets up the company's connection of a protocol, or changes it; the last test counts no longer then. Refuses
    /// <c>validation_failed</c>, and <c>sso_enforced</c> for another provider than the one that everybody has to use.
    /// </summary>
    [Alias("configure")]
    Task<SsoConnection> ConfigureAsync(Actor actor, ConfigureSso command);

    /// <summary>
    /// Removes a connection. Refuses <c>not_found</c>, and <c>sso_enforced</c> while everybody has to use it.
    /// </summary>
    [Alias("remove")]
    Task RemoveAsync(Actor actor, SsoProtocol protocol);

    /// <summary>
    /// Says which connection is in use, and who has to use it. Refuses <c>sso_not_configured</c>, and to enforce without a
    /// test that the actor passed within the last hour <c>sso_test_required</c>. May be repeated.
    /// </summary>
    [Alias("set-use")]
    Task<SsoOverview> SetUseAsync(Actor actor, SetSsoUse command);

    /// <summary>The connection to test; refuses <c>not_found</c> when it isn't set up. Changes nothing.</summary>
    [Alias("begin-test")]
    Task<SsoConnection> BeginTestAsync(Actor actor, SsoProtocol protocol);

    /// <summary>
    /// Takes what came of a test by the actor; answers the report with the checks that all protocols share, which is also
    /// what <see cref="GetAsync"/> shows the actor for an hour.
    /// </summary>
    [Alias("complete-test")]
    Task<SsoTestReport> CompleteTestAsync(Actor actor, CompleteSsoTest command);

    /// <summary>The connection that people may sign in by; null when there is none. Anybody may be told.</summary>
    [Alias("get-offer"), AlwaysInterleave]
    Task<SsoOffer?> GetOfferAsync();

    /// <summary>
    /// Signs in whom the identity provider vouches for. An identity is known by issuer and subject; one that is new is linked
    /// to the person who has its address, when the company has verified the address's domain and the provider doesn't
    /// deny the address. Who isn't a member becomes one where the company wants that. Refuses <c>sso_unavailable</c>,
    /// <c>sso_email_not_accepted</c>, <c>sso_no_access</c>, <c>seat_limit_reached</c>.
    /// </summary>
    [Alias("sign-in"), AlwaysInterleave]
    Task<SignedIn> SignInAsync(SsoSignIn command);
}
