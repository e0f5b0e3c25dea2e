using Kayse.Grains.ApiKeys;
using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.Scim;

/// <summary>The tokens of a company's directory: one in use, and one to take its place.</summary>
internal sealed class ScimTokenRing(ScimContext directory)
{
    private const int Max = 2;

    private static readonly TimeSpan _usual = TimeSpan.FromDays(365);
    private static readonly TimeSpan _longest = TimeSpan.FromDays(731);
    private static readonly TimeSpan _noteUseEvery = TimeSpan.FromMinutes(15);

    /// <summary>The token that a request has; refuses one that isn't right.</summary>
    public ScimTokenRecord Authenticate(ScimCaller caller)
    {
        ScimTokenRecord? found = null;
        // All of them, whichever it is: how long that takes says nothing.
        foreach (var token in directory.State.Tokens)
        {
            if (token.Hash.Matches(caller.Token) & token.ExpiresAt > directory.Now)
                found = token;
        }

        return found ?? throw new RefusedException(ScimErrors.Unauthenticated);
    }

    /// <summary>Who acts by a token; refuses one that isn't right, and notes the use.</summary>
    public async Task<Actor> ActorAsync(ScimCaller caller)
    {
        var token = Authenticate(caller);
        if (token.LastUsedAt is null || token.LastUsedAt + _noteUseEvery <= directory.Now)
            await directory.SaveAsync(With(token with { LastUsedAt = directory.Now }));
        return Actor.Directory(token.Id, caller.IpAddress);
    }

    public async Task<IssuedScimToken> CreateAsync(Actor actor, CreateScimToken command)
    {
        var by = await AuthorizeAsync(actor);
        var (now, known) = (directory.Now, Find(command.TokenId));
        if (known is null && directory.State.Tokens.Count(token => token.ExpiresAt > now) >= Max)
            throw new RefusedException(ScimDirectoryErrors.TooManyTokens);
        var text = ScimToken.Create(directory.CompanyId, out var hash);
        var token = new ScimTokenRecord(command.TokenId, hash, known?.CreatedAt ?? now, ExpiryOf(command, now), LastUsedAt: null);
        var changes = new AuditDiff<ScimTokenRecord>(null, token).Time("expiresAt", created => created.ExpiresAt).Changes;
        await directory.SaveAsync(With(token), directory.Audit(by, AuditActions.ScimTokenCreated, TargetOf(token), changes));
        return new IssuedScimToken(text, token.View);
    }

    public async Task RevokeAsync(Actor actor, string tokenId)
    {
        var by = await AuthorizeAsync(actor);
        var token = Find(tokenId) ?? throw new RefusedException(GeneralErrors.NotFound);
        await directory.SaveAsync(
            directory.State with
            {
                Tokens = [.. directory.State.Tokens.Where(other => other.Id != tokenId)],
            },
            directory.Audit(by, AuditActions.ScimTokenRevoked, TargetOf(token))
        );
    }

    // Whoever holds a token can have everybody removed but one.
    private Task<AuditOrigin> AuthorizeAsync(Actor actor)
    {
        ServiceKeyRules.EnsureProved(actor);
        return directory.AuthorizeAsync(actor, Role.SuperAdmin);
    }

    // Those that have expired make room.
    private ScimDirectoryState With(ScimTokenRecord token) =>
        directory.State with
        {
            Tokens =
            [
                .. directory
                    .State.Tokens.Where(other => other.Id != token.Id)
                    .OrderBy(other => other.ExpiresAt > directory.Now)
                    .TakeLast(Max - 1)
                    .Append(token)
                    .OrderBy(other => other.CreatedAt),
            ],
        };

    private ScimTokenRecord? Find(string tokenId) => directory.State.Tokens.FirstOrDefault(token => token.Id == tokenId);

    private static DateTimeOffset ExpiryOf(CreateScimToken command, DateTimeOffset now)
    {
        var expiresAt = command.ExpiresAt ?? now + _usual;
        if (expiresAt > now && expiresAt <= now + _longest)
            return expiresAt;
        var errors = new FieldErrors();
        errors.Add("expiresAt", "This must be in the future, at most two years from now.");
        errors.ThrowIfAny();
        return expiresAt;
    }

    // A token has no name: it is told by when it was made.
    private static AuditTarget TargetOf(ScimTokenRecord token) =>
        new(AuditTargetKinds.ScimToken, token.Id, $"{token.CreatedAt:yyyy-MM-dd}");
}
