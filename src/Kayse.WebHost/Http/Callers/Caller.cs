using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.WebHost.Http.Callers;

/// <summary>
/// Who calls: a live session, or an API key. A parameter of endpoints; null only where
/// <see cref="AccessKind.AnyoneOrSignedIn"/>.
/// </summary>
/// <param name="SessionId">The session, or the key.</param>
/// <param name="Principal">Who it acts as.</param>
/// <param name="IpAddress">Where from, when it is known.</param>
internal sealed record Caller(string SessionId, SessionPrincipal Principal, string? IpAddress)
{
    private const string CurrentCompany = "current";

    /// <summary>What the API key may do that calls; null when a session does.</summary>
    public ApiKeyPermissions? Key { get; init; }

    /// <summary>Whether an API key calls. It acts in its own company alone.</summary>
    public bool IsApiKey => Key is not null;

    /// <summary>Whether the session began with single sign-on. It acts in its own company alone, too.</summary>
    public bool IsBySso => Principal.SsoConnectionId is not null;

    /// <summary>
    /// When, in UTC, the person last proved in the session who they are; the least time that there is when they never
    /// did, as a key's never does.
    /// </summary>
    public DateTime ProvedAt { get; init; }

    /// <summary>Whether that still counts.</summary>
    public bool IsProved { get; init; }

    /// <summary>The caller as commands name them.</summary>
    public Actor Actor =>
        new(Principal.UserId, SessionId, IpAddress)
        {
            Key = Key,
            IsProved = IsProved,
            IsServiceKey = Principal.IsServiceKey,
            SsoConnectionId = Principal.SsoConnectionId,
        };

    public static ValueTask<Caller?> BindAsync(HttpContext context) => new(context.Features.Get<Caller>());

    /// <summary>The caller's own grain, by one of its interfaces.</summary>
    public T User<T>(IGrainFactory grains)
        where T : IGrainWithStringKey => grains.GetGrain<T>(Principal.UserId);

    /// <summary>
    /// The id of the company that a route names: an id or <c>current</c>. Whether the caller belongs to it the company
    /// decides.
    /// </summary>
    public string CompanyId(string company)
    {
        if (company == CurrentCompany)
            return Principal.CompanyId;
        if ((IsApiKey || IsBySso) && company != Principal.CompanyId)
            throw new RefusedException(GeneralErrors.NotFound);
        return EntityId.IsWellFormed(company) ? company : throw new RefusedException(GeneralErrors.NotFound);
    }

    /// <summary>The company that a route names, by one of its interfaces.</summary>
    public T Company<T>(IGrainFactory grains, string company)
        where T : IGrainWithStringKey => grains.GetGrain<T>(CompanyId(company));

    /// <summary>The caller's active company, by one of its interfaces.</summary>
    public T Company<T>(IGrainFactory grains)
        where T : IGrainWithStringKey => grains.GetGrain<T>(Principal.CompanyId);
}
