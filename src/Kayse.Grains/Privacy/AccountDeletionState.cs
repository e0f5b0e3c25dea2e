using System.Text.Json.Serialization;
using Kayse.Grains.Audit;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.State;

namespace Kayse.Grains.Privacy;

/// <summary>The end of an account.</summary>
[NoPersonalData("Times, which the person is shown, and their address while they are deleted; nothing is kept afterwards.")]
internal sealed record AccountDeletionState
{
    /// <summary>When the person asked for it; null when they haven't, or took it back.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>When it happens at their request.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What has to follow, in the order in which it is to be done.</summary>
    public IReadOnlyList<DeletionStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>What has to follow from a change of it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(TellCompany), "tell_company")]
[JsonDerivedType(typeof(TellPerson), "tell_person")]
[JsonDerivedType(typeof(DeleteInCompany), "delete_in_company")]
[JsonDerivedType(typeof(LeaveCompany), "leave_company")]
[JsonDerivedType(typeof(EraseInDirectory), "erase_in_directory")]
[JsonDerivedType(typeof(EraseEverything), "erase_everything")]
[JsonDerivedType(typeof(Certify), "certify")]
[JsonDerivedType(typeof(SendCertificate), "send_certificate")]
[JsonDerivedType(typeof(AppendCertificate), "append_certificate")]
internal abstract record DeletionStep;

/// <summary>Has a company tell its admins.</summary>
internal sealed record TellCompany(string CompanyId, DeletionNews News) : DeletionStep;

/// <summary>Confirms it to the person.</summary>
internal sealed record TellPerson(OutgoingMail Mail) : DeletionStep;

/// <summary>Deletes the account as an admin asked.</summary>
internal sealed record DeleteInCompany(Actor Actor, string CompanyId) : DeletionStep;

/// <summary>Removes the person from a company.</summary>
internal sealed record LeaveCompany(string CompanyId) : DeletionStep;

/// <summary>Erases what a company's directory keeps of the person; without effect while the company has them.</summary>
internal sealed record EraseInDirectory(string CompanyId) : DeletionStep;

/// <summary>
/// Erases what is kept of a person whom no company has any more, and at their own request the person; without effect while
/// one has them. At an admin's request the company erases the person itself: without effect unless it has.
/// </summary>
internal sealed record EraseEverything(bool IsOwnRequest) : DeletionStep;

/// <summary>
/// Signs the certificate of a deletion once nothing is left of the person; without effect while they are there. It is
/// replaced by what follows, in one write, so that there is only one certificate however often this is begun.
/// </summary>
/// <param name="Reference">A new id, by which the case is known.</param>
/// <param name="To">Their address, which is erased by then.</param>
/// <param name="ToName">Their name.</param>
/// <param name="CompanyId">The company whose admin deleted the account; null when the person asked for it.</param>
internal sealed record Certify(string Reference, string To, string ToName, string? CompanyId) : DeletionStep;

/// <summary>Mails the certificate to the person.</summary>
internal sealed record SendCertificate(OutgoingMail Mail) : DeletionStep;

/// <summary>Adds the certificate to the audit log of the company whose admin deleted the account.</summary>
internal sealed record AppendCertificate(AuditRecord Record) : DeletionStep;
