using Kayse.Silo.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Tests.Mail;

public sealed class MailOptionsTests
{
    private static readonly (string, string)[] _dkim =
    [
        ("From", "no-reply@mail.example.com"),
        ("Dkim:Domain", "example.com"),
        ("Dkim:Selector", "mail"),
    ];

    [Theory]
    [InlineData("From", "nobody", "Kayse:Mail:From must be a mail address, or a name and an address in angle brackets.")]
    [InlineData("Transport", "7", "Kayse:Mail:Transport must be Pickup or Smtp.")]
    [InlineData("Smtp:Host", "", "Kayse:Mail:Smtp:Host is required when Kayse:Mail:Transport is Smtp.")]
    [InlineData("Smtp:Port", "70000", "Kayse:Mail:Smtp:Port must be between 1 and 65535.")]
    [InlineData("Smtp:Security", "5", "Kayse:Mail:Smtp:Security must be None, StartTls or Tls.")]
    [InlineData("Smtp:Password", "x", "Kayse:Mail:Smtp:UserName is required when Kayse:Mail:Smtp:Password is set.")]
    [InlineData("Smtp:Timeout", "00:00:00", "Kayse:Mail:Smtp:Timeout must be more than zero and at most one hour.")]
    [InlineData(
        "Smtp:TrustedCertificate",
        "Kayse.Silo.dll",
        "Kayse:Mail:Smtp:TrustedCertificate must be a readable PEM file with a certificate."
    )]
    [InlineData(
        "Smtp:TrustedCertificate",
        "no-such.pem",
        "Kayse:Mail:Smtp:TrustedCertificate must be a readable PEM file with a certificate."
    )]
    [InlineData("Dkim:KeyFile", "Kayse.Silo.dll", "Kayse:Mail:Dkim:KeyFile must be a readable PEM file with a private RSA key.")]
    [InlineData("Dkim:KeyFile", "no-such.pem", "Kayse:Mail:Dkim:KeyFile must be a readable PEM file with a private RSA key.")]
    public async Task A_setting_that_cannot_work_stops_the_host_at_start(string key, string value, string failure)
    {
        var dkim = key.StartsWith("Dkim", StringComparison.Ordinal) ? _dkim : [];
        using var host = HostWith([("Transport", "Smtp"), ("Smtp:Host", "mail.example.com"), .. dkim, (key, value)]);

        var exception = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync());

        exception.Failures.ShouldBe([failure]);
    }

    [Theory]
    [InlineData("elsewhere.example", "mail", "Kayse:Mail:Dkim:Domain must be the domain of Kayse:Mail:From, or one above it.")]
    [InlineData("", "mail", "Kayse:Mail:Dkim:Domain must be a domain, such as example.com.")]
    [InlineData("example.com", "a b", "Kayse:Mail:Dkim:Selector must be the name of the key in the DNS, such as kayse.")]
    public async Task A_signature_that_nobody_would_accept_stops_the_host_at_start(string domain, string selector, string failure)
    {
        using var host = HostWith(("From", "no-reply@mail.example.com"), ("Dkim:Domain", domain), ("Dkim:Selector", selector));

        var exception = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync());

        exception.Failures.ShouldContain(failure);
    }

    [Theory]
    [InlineData("Transport", "Pigeon")]
    [InlineData("Smtp:Security", "Hope")]
    [InlineData("Smtp:Timeout", "soon")]
    public async Task A_value_that_cannot_be_read_stops_the_host_and_names_its_key(string key, string value)
    {
        using var host = HostWith((key, value));

        var exception = await Should.ThrowAsync<InvalidOperationException>(() => host.StartAsync());

        exception.Message.ShouldContain($"Kayse:Mail:{key}");
    }

    [Fact]
    public void With_nothing_set_mail_goes_to_a_folder_in_the_data_directory()
    {
        using var host = HostWith();

        var options = host.Services.GetRequiredService<IOptions<MailOptions>>().Value;

        options.Transport.ShouldBe(MailTransport.Pickup);
        options.PickupDirectory.ShouldBe(Path.GetFullPath(Path.Combine("somewhere", "mail")));
        (options.Smtp.Port, options.Smtp.Security, options.Smtp.Timeout).ShouldBe((587, SmtpSecurity.StartTls, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Mail_comes_from_the_configured_sender_and_its_ids_are_in_that_domain()
    {
        using var host = new MailHost(new Dictionary<string, string?> { ["Kayse:Mail:From"] = "Müller & Söhne <post@bücher.example>" });

        host.Sender.From.ShouldBe(new("post@bücher.example", "Müller & Söhne"));
        host.Sender.MessageIdOf("invitation-1").ShouldBe("<invitation-1@xn--bcher-kva.example>");
    }

    private static IHost HostWith(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Kayse:DataDirectory"] = "somewhere" });
        foreach (var (key, value) in settings)
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [$"Kayse:Mail:{key}"] = value });
        builder.Services.AddMailTransport();
        return builder.Build();
    }
}
