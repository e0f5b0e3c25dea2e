namespace Kayse.Grains.Directory;

internal static class PhoneNumberRules
{
    public static PhoneClaim Claim(PhoneNumberState state, string? userId, string? invitationId, DateTimeOffset now)
    {
        if (state.UserId is not null)
            return Same(state.UserId, userId) ? PhoneClaim.Granted : PhoneClaim.InUse;
        var free = state.InvitationId is null || now >= state.HeldUntil;
        return free || Same(state.InvitationId!, invitationId) ? PhoneClaim.Granted : PhoneClaim.AlreadyInvited;
    }

    private static bool Same(string holder, string? asker) => string.Equals(holder, asker, StringComparison.Ordinal);
}
