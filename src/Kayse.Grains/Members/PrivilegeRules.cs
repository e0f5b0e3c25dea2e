using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Members;

/// <summary>
/// By what a role may be given: a program must not make administrators, nor must whoever finds a session open make an
/// owner.
/// </summary>
internal static class PrivilegeRules
{
    /// <summary>
    /// Refuses <c>forbidden</c> to an API key that may not give the role (a service key gives no role but User), and
    /// <c>step_up_required</c> to a session for Super Admin.
    /// </summary>
    public static void EnsureMayGive(Actor actor, Role role)
    {
        if (actor.IsServiceKey && role != Role.User)
            throw new RefusedException(ApiKeyErrors.NotAllowed);
        if (actor.Key is { } key && (role == Role.SuperAdmin || (role == Role.Admin && !key.Cover(ApiKeyPermissions.Admin))))
            throw new RefusedException(ApiKeyErrors.NotAllowed);
        if (actor.Key is null && role == Role.SuperAdmin && !actor.IsProved)
            throw new RefusedException(SessionErrors.StepUpRequired);
    }
}
