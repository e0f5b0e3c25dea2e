using Kayse.Grains.Audit;
using Kayse.Grains.Mail;
using Kayse.Grains.State;

namespace Kayse.Grains.Support;

[NoPersonalData("Requests to support, for the moments until they are mailed.")]
internal sealed record SupportState
{
    /// <summary>The requests of late, so that one that is repeated is mailed once.</summary>
    public IReadOnlyList<string> KnownIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What is still to be mailed.</summary>
    public IReadOnlyList<SendRequest> Pending
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>Mails a request, and records in the audit log that it was made.</summary>
internal sealed record SendRequest(OutgoingMail Mail, AuditRecord Audit);
