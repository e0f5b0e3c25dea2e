using Kayse.Grains.ApiKeys;
using Kayse.Grains.Companies;
using Kayse.Grains.Hosting;
using Kayse.Grains.Invitations;
using Kayse.Grains.Mail;
using Kayse.Grains.Retention;
using Kayse.Grains.Sessions;
using Kayse.Grains.SignInGuards;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Tests.Hosting;

/// <summary>Each feature brings its settings and what is checked of them.</summary>
public sealed class FeatureSettingsTests
{
    [Theory]
    [InlineData(typeof(ApiKeyOptions), "Kayse:ApiKeys:RequestsPerMinute", "0")]
    [InlineData(typeof(SeatOptions), "Kayse:Seats:Default", "0")]
    [InlineData(typeof(SeatOptions), "Kayse:Seats:Maximum", "0")]
    [InlineData(typeof(InvitationOptions), "Kayse:Invitations:Lifetime", "00:00:59")]
    [InlineData(typeof(InvitationOptions), "Kayse:Invitations:Lifetime", "31.00:00:00")]
    [InlineData(typeof(InvitationOptions), "Kayse:Invitations:RampUp:FirstDay", "-1")]
    [InlineData(typeof(InvitationOptions), "Kayse:Invitations:RampUp:Days", "15")]
    [InlineData(typeof(MailAllowanceOptions), "Kayse:Mail:PerRecipient:Limit", "1001")]
    [InlineData(typeof(MailAllowanceOptions), "Kayse:Mail:PerRecipient:Window", "1.00:00:01")]
    [InlineData(typeof(UserSessionOptions), "Kayse:Sessions:IdleTimeout", "00:00:59")]
    [InlineData(typeof(UserSessionOptions), "Kayse:Sessions:AbsoluteLifetime", "00:29:00")]
    [InlineData(typeof(UserSessionOptions), "Kayse:Sessions:RememberedLifetime", "11:00:00")]
    [InlineData(typeof(UserSessionOptions), "Kayse:Sessions:MaxPerPerson", "0")]
    [InlineData(typeof(SignInGuardOptions), "Kayse:SignInGuard:Account:LockAfter", "3")]
    [InlineData(typeof(SignInGuardOptions), "Kayse:SignInGuard:Ip:LockFor", "00:00:00")]
    [InlineData(typeof(SignInGuardOptions), "Kayse:SignInGuard:Network:FirstDelay", "01:00:01")]
    [InlineData(typeof(RetentionOptions), "Kayse:Retention:AuditLog:MinimumDays", "29")]
    [InlineData(typeof(RetentionOptions), "Kayse:Retention:AuditLog:DefaultDays", "364")]
    [InlineData(typeof(RetentionOptions), "Kayse:Retention:SignInHistory:MaximumDays", "36501")]
    [InlineData(typeof(RetentionOptions), "Kayse:Retention:Notifications:MinimumDays", "13")]
    [InlineData(typeof(RetentionOptions), "Kayse:Retention:EndedInvitations:DefaultDays", "366")]
    [InlineData(typeof(RetentionOptions), "Kayse:Retention:EndedInvitations:MinimumDays", "0")]
    public void A_setting_that_cannot_work_is_named(Type options, string setting, string value) =>
        Should
            .Throw<OptionsValidationException>(() => Read(options, setting, value))
            .Failures.ShouldHaveSingleItem()
            .ShouldStartWith($"{setting} ");

    [Theory]
    [InlineData(typeof(ApiKeyOptions), "Kayse:ApiKeys:RequestsPerMinute", "1000000")]
    [InlineData(typeof(SeatOptions), "Kayse:Seats:Maximum", "1")]
    [InlineData(typeof(InvitationOptions), "Kayse:Invitations:Lifetime", "30.00:00:00")]
    [InlineData(typeof(InvitationOptions), "Kayse:Invitations:RampUp:FirstDay", "0")]
    [InlineData(typeof(MailAllowanceOptions), "Kayse:Mail:PerRecipient:Limit", "0")]
    [InlineData(typeof(UserSessionOptions), "Kayse:Sessions:IdleTimeout", "12:00:00")]
    [InlineData(typeof(SignInGuardOptions), "Kayse:SignInGuard:Account:LockAfter", "4")]
    [InlineData(typeof(RetentionOptions), "Kayse:Retention:AuditLog:MinimumDays", "30")]
    [InlineData(typeof(RetentionOptions), "Kayse:Retention:AuditLog:MaximumDays", "36500")]
    public void The_extremes_work(Type options, string setting, string value) => Read(options, setting, value).ShouldBeOfType(options);

    private static object Read(Type options, string setting, string value)
    {
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(
                new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(setting, (string?)value)]).Build()
            )
            .AddGrainServices()
            .BuildServiceProvider();
        var read = services.GetRequiredService(typeof(IOptions<>).MakeGenericType(options));
        return ((IOptions<object>)read).Value;
    }
}
