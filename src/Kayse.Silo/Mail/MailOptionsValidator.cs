using Microsoft.Extensions.Options;
using MimeKit;

namespace Kayse.Silo.Mail;

internal sealed class MailOptionsValidator : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var failures = General(options)
            .Concat(options.Transport is MailTransport.Smtp ? Smtp(options.Smtp) : [])
            .Concat(Dkim(options))
            .ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> General(MailOptions options)
    {
        if (!MailboxAddress.TryParse(options.From, out var from) || !from.Address.Contains('@', StringComparison.Ordinal))
            yield return "Kayse:Mail:From must be a mail address, or a name and an address in angle brackets.";
        if (!Enum.IsDefined(options.Transport))
            yield return "Kayse:Mail:Transport must be Pickup or Smtp.";
    }

    private static IEnumerable<string> Smtp(SmtpOptions smtp)
    {
        if (string.IsNullOrWhiteSpace(smtp.Host))
            yield return "Kayse:Mail:Smtp:Host is required when Kayse:Mail:Transport is Smtp.";
        if (smtp.Port is < 1 or > 65535)
            yield return "Kayse:Mail:Smtp:Port must be between 1 and 65535.";
        if (!Enum.IsDefined(smtp.Security))
            yield return "Kayse:Mail:Smtp:Security must be None, StartTls or Tls.";
        if (smtp.Password.Length > 0 && smtp.UserName.Length == 0)
            yield return "Kayse:Mail:Smtp:UserName is required when Kayse:Mail:Smtp:Password is set.";
        if (smtp.Timeout <= TimeSpan.Zero || smtp.Timeout > TimeSpan.FromHours(1))
            yield return "Kayse:Mail:Smtp:Timeout must be more than zero and at most one hour.";
        if (smtp.TrustedCertificate.Length > 0 && !SmtpTrust.IsLoadable(smtp.TrustedCertificate))
            yield return "Kayse:Mail:Smtp:TrustedCertificate must be a readable PEM file with a certificate.";
    }

    private static IEnumerable<string> Dkim(MailOptions options)
    {
        var dkim = options.Dkim;
        if (dkim.Domain.Length + dkim.Selector.Length + dkim.KeyFile.Length == 0)
            yield break;
        if (!MailSigner.IsName(dkim.Domain))
            yield return "Kayse:Mail:Dkim:Domain must be a domain, such as example.com.";
        else if (MailboxAddress.TryParse(options.From, out var from) && !IsAbove(dkim.Domain, from.Domain))
            yield return "Kayse:Mail:Dkim:Domain must be the domain of Kayse:Mail:From, or one above it.";
        if (!MailSigner.IsName(dkim.Selector))
            yield return "Kayse:Mail:Dkim:Selector must be the name of the key in the DNS, such as kayse.";
        if (!MailSigner.CanUse(dkim.KeyFile))
            yield return "Kayse:Mail:Dkim:KeyFile must be a readable PEM file with a private RSA key.";
    }

    private static bool IsAbove(string domain, string of) => $".{of}".EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);
}
