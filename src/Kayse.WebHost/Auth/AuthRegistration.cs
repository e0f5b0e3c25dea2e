using Kayse.WebHost.Api.Idempotency;
using Kayse.WebHost.Api.Invitations.Bulk;
using Kayse.WebHost.RateLimits;

namespace Kayse.WebHost.Auth;

internal static class AuthRegistration
{
    public static void AddAuth(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<SameOrigin>();
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<UserAgentReader>();
        services.AddSingleton<SignInGuard>();
        services.AddSingleton<SignInFlow>();
        services.AddSingleton<SignUpFlow>();
        services.AddSingleton<StepUpFlow>();
        services.AddSingleton<TwoFactorFlow>();
        services.AddSingleton<PasswordFlow>();
        services.AddSingleton<ForgottenPasswordFlow>();
        services.AddSingleton<EmailFlow>();
        services.AddSingleton<MemberPasswordFlow>();
        services.AddSingleton<AcceptInvitationFlow>();
        services.AddSingleton<InvitationLinkFlow>();
        services.AddSingleton<BulkInvitationFlow>();
        services.AddSingleton<AnswerOnce>();
    }
}
