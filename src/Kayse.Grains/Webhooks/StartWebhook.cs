using Kayse.Grains.Audit;

namespace Kayse.Grains.Webhooks;

/// <summary>Starts a webhook whose settings were checked.</summary>
/// <param name="CompanyId">Whose events it is for.</param>
/// <param name="Url">Where they are sent.</param>
/// <param name="Types">Which.</param>
/// <param name="Secret">With which they are signed; encrypted.</param>
/// <param name="Cursor">After which place in the company's events.</param>
/// <param name="Created">What the audit log is to say of it.</param>
[GenerateSerializer, Immutable, Alias("kayse.start-webhook")]
internal sealed record StartWebhook(
    [property: Id(0)] string CompanyId,
    [property: Id(1)] string Url,
    [property: Id(2)] IReadOnlyList<string> Types,
    [property: Id(3)] byte[] Secret,
    [property: Id(4)] string Cursor,
    [property: Id(5)] AuditRecord Created
);
