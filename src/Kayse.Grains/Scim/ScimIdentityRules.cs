using Kayse.Grains.Errors;

namespace Kayse.Grains.Scim;

/// <summary>Whom an identity provider means.</summary>
internal static class ScimIdentityRules
{
    /// <summary>
    /// Who somebody new is already, now or before they were removed: by <c>externalId</c>, then by <c>userName</c>. Null
    /// for nobody; refuses <c>scim_uniqueness</c> when the name is somebody else's.
    /// </summary>
    public static ScimPersonRecord? FindSame(ScimPeople people, ScimUser user)
    {
        var named = people.FindByUserName(user.UserName!);
        if (user.ExternalId is { } externalId && people.FindByExternalId(externalId) is { } same)
        {
            EnsureFree(named, same.UserId);
            return same;
        }

        // Without an id of both it could be anybody who got the name.
        var isLinked = named is { ExternalId: null } && user.ExternalId is not null;
        return named is null || isLinked ? named : throw NameTaken;
    }

    /// <summary>Refuses a name, or an id at the identity provider, that somebody else has.</summary>
    public static void EnsureUnique(ScimPeople people, string userId, ScimUser user)
    {
        EnsureFree(people.FindByUserName(user.UserName!), userId);
        if (user.ExternalId is { } externalId && people.FindByExternalId(externalId) is { } other && other.UserId != userId)
            throw new RefusedException(ScimErrors.Uniqueness("Somebody else has this externalId."));
    }

    public static RefusedException NameTaken => new(ScimErrors.Uniqueness("Somebody in the directory already has this userName."));

    private static void EnsureFree(ScimPersonRecord? holder, string userId)
    {
        if (holder is not null && holder.UserId != userId)
            throw NameTaken;
    }
}
