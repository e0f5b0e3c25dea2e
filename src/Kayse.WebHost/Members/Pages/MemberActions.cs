using Kayse.Grains.Members;
using Kayse.WebHost.Console.Layout;

namespace Kayse.WebHost.Members.Pages;

/// <summary>
/// What is offered to somebody for a member. It only spares people buttons that would be refused: what is allowed the
/// company decides.
/// </summary>
public sealed class MemberActions(Me me, MemberView member)
{
    public bool IsSelf => me.User.Id == member.UserId;

    public bool Edit => me.May(Permissions.UpdateMembers) && !IsAbove;

    public bool SignOut => Edit;

    public bool SendPasswordReset => Edit && !IsSelf;

    public bool SetPassword => me.IsAdmin && !IsAbove && !IsSelf;

    public bool ResetTwoFactor => SetPassword && member.TwoFactorEnabled;

    public bool IsResetPlanned => member.TwoFactorResetAt is not null;

    public bool Deactivate => Remove && member.Status == MemberStatus.Active;

    public bool Reactivate => Remove && member.Status == MemberStatus.Deactivated;

    public bool Remove => me.May(Permissions.RemoveMembers) && !IsAbove && !IsSelf;

    public bool TransferOwnership => me.Principal.Role == Role.SuperAdmin && !IsSelf && member.Status == MemberStatus.Active;

    public bool DeleteAccount => SetPassword;

    private bool IsAbove => member.Role > me.Principal.Role;
}
