using Kayse.Grains.Invitations;
using Kayse.Grains.Members;

namespace Kayse.Grains.Tests.Hosting;

internal static class Giving
{
    /// <summary>The same invitation with other access.</summary>
    public static InviteMember Give(this InviteMember command, Func<AccessChange, AccessChange> change) =>
        command with
        {
            Access = change(command.Access),
        };
}
