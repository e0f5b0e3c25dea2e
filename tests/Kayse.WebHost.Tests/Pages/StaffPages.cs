using Kayse.WebHost.Tests.AccessMatrix;

namespace Kayse.WebHost.Tests.Pages;

internal sealed class StaffPages : IPageTable
{
    private static readonly Audience _readers = Audience.HoldersOf("members.read");
    private static readonly Audience _inviters = Audience.HoldersOf("members.invite");

    public IEnumerable<PageRow> Rows =>
        [
            new PageRow("/settings/staff", _readers),
            OfMember("", _readers),
            // A User needs the permission to see members besides, and here everybody has one at most.
            OfMember("/edit", Audience.Admins),
            OfMember("/access", _readers),
            new PageRow("/settings/staff/{UserId}/offboarding", _readers).On(DeactivatedAsync),
            new PageRow("/settings/staff/who-can", _readers),
            OfMember("/agents", Audience.Admins),
            OfMember("/sign-out", Audience.Admins),
            OfMember("/password-reset", Audience.Admins),
            OfMember("/password", Audience.Admins),
            OfMember("/two-factor-reset", Audience.Admins),
            OfMember("/deactivate", Audience.Admins),
            OfMember("/reactivate", Audience.Admins),
            OfMember("/remove", Audience.Admins),
            OfMember("/delete-account", Audience.Admins),
            OfMember("/ownership", Audience.SuperAdmins),
            new PageRow("/settings/staff/deactivate", Audience.HoldersOf("members.remove")),
            new PageRow("/settings/staff/assign-scope", Audience.HoldersOf("members.update")),
            new PageRow("/settings/staff/invite", _inviters),
            new PageRow("/settings/staff/invite-many", _inviters),
            new PageRow("/settings/staff/add", _inviters),
            new PageRow("/settings/staff/invitations", _inviters),
            new PageRow("/settings/staff/invitations/resend", _inviters),
            new PageRow("/settings/staff/invitations/revoke", _inviters),
            OfInvitation(""),
            OfInvitation("/edit"),
            OfInvitation("/revoke"),
            OfInvitation("/link"),
        ];

    private static PageRow OfMember(string page, Audience audience) =>
        new PageRow($"/settings/staff/{{UserId}}{page}", audience).On(call => Task.FromResult(call.Scene.Owner.UserId));

    private static async Task<string> DeactivatedAsync(AccessCall call)
    {
        var userId = await MemberRoutes.NewMemberAsync(call);
        await call.Scene.AsOwner().PostAsync($"companies/current/members/{userId}/deactivate");
        return userId;
    }

    private static PageRow OfInvitation(string page) =>
        new PageRow($"/settings/staff/invitations/{{Id}}{page}", _inviters).On(call => call.Scene.InviteAsync());
}
