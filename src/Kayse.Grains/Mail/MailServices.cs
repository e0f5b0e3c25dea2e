using Kayse.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Mail;

/// <summary>Registers the feature.</summary>
internal static class MailServices
{
    /// <summary>The limit per recipient, and what turns a mail into text.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddValidatedOptions<MailAllowanceOptions, MailAllowanceOptionsValidator>(MailAllowanceOptions.Section);
        return services
            .AddSingleton<MailComposer>()
            .AddSingleton<MailSecrets>()
            .AddSingleton<OutboxDelivery>()
            .AddSingleton<OutboxMeter>();
    }
}
