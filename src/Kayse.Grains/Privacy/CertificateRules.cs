using Kayse.Grains.Audit;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Privacy;

/// <summary>The certificate of a deletion, and what follows from it.</summary>
internal static class CertificateRules
{
    private static readonly TimeSpan _mailUsefulFor = TimeSpan.FromDays(3);

    public static DeletionCertificate CertificateOf(Certify step, string issuer, DateTimeOffset now) =>
        new(issuer, step.Reference, now, step.CompanyId is null ? "person" : "admin", DeletedData.Erased, DeletedData.Kept);

    /// <summary>Who gets it: the person, and the company whose admin deleted the account.</summary>
    public static IReadOnlyList<DeletionStep> Delivery(Certify step, string userId, DeletionCertificate certificate, string signed)
    {
        var mail = new SendCertificate(MailOf(step, certificate, signed));
        return step.CompanyId is { } companyId
            ? [mail, new AppendCertificate(AuditOf(step, userId, companyId, certificate, signed))]
            : [mail];
    }

    private static OutgoingMail MailOf(Certify step, DeletionCertificate certificate, string signed) =>
        new(
            $"{step.Reference}-certificate",
            step.To,
            step.ToName,
            new DeletionCertificateEmail(step.Reference, certificate.DeletedAt, signed),
            certificate.DeletedAt + _mailUsefulFor
        );

    private static AuditRecord AuditOf(Certify step, string userId, string companyId, DeletionCertificate certificate, string signed) =>
        new(
            step.Reference,
            certificate.DeletedAt,
            AuditActor.Nobody,
            AuditActions.MemberDeletionCertified,
            new AuditTarget(AuditTargetKinds.Member, userId, AuditEntry.DeletedPerson),
            [
                new AuditChange("reference", null, $"\"{step.Reference}\"", Personal: false),
                new AuditChange("certificate", null, $"\"{signed}\"", Personal: false),
            ],
            IpAddress: null,
            SessionId: null,
            companyId
        );
}
