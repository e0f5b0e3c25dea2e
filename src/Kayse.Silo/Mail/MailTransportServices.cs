using Kayse.Grains.Hosting;
using Kayse.Grains.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Kayse.Silo.Mail;

/// <summary>Registers <see cref="IEmailTransport"/> and <see cref="EmailSender"/> as <c>Kayse:Mail</c> says.</summary>
public static class MailTransportServices
{
    /// <summary>Adds the transport. Settings that cannot work stop the host at start, each with a line that names it.</summary>
    public static IServiceCollection AddMailTransport(this IServiceCollection services)
    {
        services
            .AddValidatedOptions<MailOptions, MailOptionsValidator>(MailOptions.Section)
            .PostConfigure<IConfiguration>((options, configuration) => SetPickupDirectory(options, configuration["Kayse:DataDirectory"]));
        services.AddSingleton(provider => SenderOf(provider.GetRequiredService<IOptions<MailOptions>>().Value));
        services.AddHealthChecks().AddCheck<UnsignedMailHealthCheck>("mail");
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider =>
            TransportOf(provider.GetRequiredService<IOptions<MailOptions>>().Value, provider.GetRequiredService<TimeProvider>())
        );
        return services;
    }

    private static void SetPickupDirectory(MailOptions options, string? dataDirectory)
    {
        var data = string.IsNullOrWhiteSpace(dataDirectory) ? "data" : dataDirectory;
        var pickup = string.IsNullOrWhiteSpace(options.PickupDirectory) ? Path.Combine(data, "mail") : options.PickupDirectory;
        options.PickupDirectory = Path.GetFullPath(pickup);
    }

    private static EmailSender SenderOf(MailOptions options)
    {
        var from = MailboxAddress.Parse(options.From);
        return new EmailSender(new Mailbox(from.Address, from.Name ?? ""));
    }

    private static IEmailTransport TransportOf(MailOptions options, TimeProvider clock)
    {
        var signer = options.Dkim.KeyFile.Length > 0 ? new MailSigner(options.Dkim) : null;
        return options.Transport switch
        {
            MailTransport.Smtp => new SmtpEmailTransport(options.Smtp, signer, clock),
            _ => new PickupEmailTransport(options.PickupDirectory, signer),
        };
    }
}
