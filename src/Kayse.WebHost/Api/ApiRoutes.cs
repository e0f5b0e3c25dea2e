using Kayse.WebHost.Api.ApiKeys;
using Kayse.WebHost.Api.Audit;
using Kayse.WebHost.Api.Authorization;
using Kayse.WebHost.Api.Companies;
using Kayse.WebHost.Api.Invitations;
using Kayse.WebHost.Api.Invitations.Bulk;
using Kayse.WebHost.Api.Members;
using Kayse.WebHost.Api.Passwords;
using Kayse.WebHost.Api.Photos;
using Kayse.WebHost.Api.Scopes;
using Kayse.WebHost.Api.Sessions;
using Kayse.WebHost.Api.TwoFactor;
using Kayse.WebHost.Api.Users;

namespace Kayse.WebHost.Api;

/// <summary>The routes of the API, a feature a line.</summary>
internal static class ApiRoutes
{
    /// <summary>What all of them start with.</summary>
    public const string Base = "/api/v1";

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Base);
        api.MapCurrentSession();
        api.MapAuthorize();
        api.MapSignIn();
        api.MapTwoFactorSignIn();
        api.MapVerifyEmail();
        api.MapPasswords();
        api.MapCompanies();
        api.MapCompanySettings();
        api.MapScopes();
        api.MapMembers();
        api.MapMemberAccounts();
        api.MapAudit();
        api.MapCompanySessions();
        api.MapInvitations();
        api.MapBulkInvitations();
        api.MapInvitationTokens();
        api.MapMe();
        api.MapTwoFactor();
        api.MapMyEmail();
        api.MapPhotos();
        api.MapMySessions();
        api.MapSessionSettings();
        api.MapMyCompanies();
        api.MapTrustedDevices();
        api.MapApiKeys();
    }
}
