using Kayse.Grains.Mail;
using Kayse.Grains.Passwords;
using Kayse.Grains.State;
using Kayse.Grains.TwoFactor;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains;

/// <summary>Registers what the grains need beside storage, reminders and the seams to the world outside.</summary>
public static class GrainServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddGrainServices(this IServiceCollection services)
        => services.AddPasswords().AddSingleton<MailComposer>().AddSingleton<MailSecrets>().AddSingleton<TwoFactorSecrets>();
}
