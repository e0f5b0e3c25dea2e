using Kayse.Grains.Appearance;
using Kayse.Grains.Notifications;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;
using Kayse.WebHost.Console.Layout;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.Pages;

/// <summary>Finds out for the frame of a page who looks at it.</summary>
internal static class CurrentPerson
{
    /// <summary>The person of a session; null when they have been erased.</summary>
    public static async Task<Me?> FindAsync(Caller caller, IGrainFactory grains)
    {
        if (await caller.User<IUserGrain>(grains).GetAsync() is not { } view)
            return null;
        var zone = view.TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found) ? found : TimeZoneInfo.Utc;
        var companies = (await caller.User<IMembershipsGrain>(grains).ListCompaniesAsync()).SeenBy(caller.Principal);
        var feed = await caller.User<INotificationInboxGrain>(grains).GetHeadAsync(caller.Principal.CompanyId);
        return new Me(caller.SessionId, caller.Principal, view, companies, zone)
        {
            PhotoUrl = PhotoUrl.Of(view.Photo),
            UnreadNotifications = feed.Unread,
            HasShortcuts = (await caller.User<IAppearanceGrain>(grains).GetAsync()).Shortcuts,
        };
    }
}
