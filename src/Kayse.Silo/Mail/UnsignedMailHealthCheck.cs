using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Mail;

/// <summary>Warns that mail which people can unsubscribe from goes out unsigned. It is no reason to send no requests here.</summary>
internal sealed class UnsignedMailHealthCheck(IOptions<MailOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            options.Value is { Transport: MailTransport.Smtp, Dkim.KeyFile: "" }
                ? HealthCheckResult.Healthy("Mail is not signed: set Kayse:Mail:Dkim, or mail programs may not offer to unsubscribe.")
                : HealthCheckResult.Healthy()
        );
}
