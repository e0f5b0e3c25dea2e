using Kayse.Grains.Domains;

namespace Kayse.WebHost.Domains;

/// <summary>A domain of a company.</summary>
/// <param name="Domain">In its ASCII form.</param>
/// <param name="Status">
/// <c>pending</c> until its record is found, then <c>verified</c>; <c>lost</c> while the record of a verified domain is
/// gone.
/// </param>
/// <param name="Record">The TXT record to publish, and to keep.</param>
/// <param name="AddedAt">When it was added.</param>
/// <param name="VerifiedAt">When it was verified; null while it isn't.</param>
/// <param name="LostAt">When its record was first found to be gone; null while it is there.</param>
/// <param name="LastCheck">The last check; null before the first.</param>
/// <param name="NextCheckAt">When it is checked again by itself, at the earliest.</param>
internal sealed record DomainResponse(
    string Domain,
    DomainStatus Status,
    DomainRecordResponse Record,
    DateTimeOffset AddedAt,
    DateTimeOffset? VerifiedAt,
    DateTimeOffset? LostAt,
    DomainCheckResponse? LastCheck,
    DateTimeOffset NextCheckAt
)
{
    public static DomainResponse Of(DomainView view) =>
        new(
            view.Domain,
            view.Status,
            new DomainRecordResponse("TXT", view.RecordName, view.RecordValue),
            view.AddedAt,
            view.VerifiedAt,
            view.LostAt,
            view.LastCheck is { } check ? new DomainCheckResponse(check.At, check.Result) : null,
            view.NextCheckAt
        );
}

/// <summary>A record in the DNS.</summary>
/// <param name="Type"><c>TXT</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it has to hold.</param>
internal sealed record DomainRecordResponse(string Type, string Name, string Value);

/// <summary>A check of a domain.</summary>
/// <param name="At">When it was made.</param>
/// <param name="Result">
/// <c>found</c>; <c>missing</c>: no such record; <c>mismatch</c>: with another value; <c>unreachable</c>: the name servers
/// didn't answer; <c>in_use</c>: another company has verified the domain.
/// </param>
internal sealed record DomainCheckResponse(DateTimeOffset At, DomainCheckResult Result);
