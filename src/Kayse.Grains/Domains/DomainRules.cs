using System.Security.Cryptography;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Domains;

/// <summary>What becomes of a company's domains.</summary>
internal static class DomainRules
{
    // RFC 8552: names that begin with an underscore are for such records, and no host has one.
    private const string RecordPrefix = "_kayse-challenge.";
    private const string ValuePrefix = "kayse-domain-verification=";

    // Without what looks alike, as people copy it.
    private const string TokenLetters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int TokenLength = 32;

    private static readonly TimeSpan _whileFound = TimeSpan.FromDays(7);
    private static readonly TimeSpan _otherwise = TimeSpan.FromDays(1);

    /// <summary>The domain that was typed; refuses what is none, or no company's.</summary>
    public static string Check(string? typed)
    {
        if (!DomainName.TryNormalize(typed, out var domain) || RecordNameOf(domain).Length > DomainName.MaxLength)
            throw new RefusedException(DomainErrors.Invalid);
        return PublicMailDomains.Contains(domain) ? throw new RefusedException(DomainErrors.Public) : domain;
    }

    /// <summary>Refuses one more than a company may have.</summary>
    public static void EnsureRoom(DomainsState state)
    {
        if (state.Domains.Count >= FieldLimits.Domains)
            throw new RefusedException(DomainErrors.LimitReached);
    }

    public static DomainRecord Add(string domain, DateTimeOffset now) =>
        new()
        {
            Domain = domain,
            Token = RandomNumberGenerator.GetString(TokenLetters, TokenLength),
            AddedAt = now,
            NextCheckAt = now + _otherwise,
        };

    public static string RecordNameOf(string domain) => RecordPrefix + domain;

    public static string RecordValueOf(DomainRecord record) => ValuePrefix + record.Token;

    /// <summary>What the TXT records of its name say of a domain; null when there was no answer.</summary>
    public static DomainCheckResult Read(DomainRecord record, IReadOnlyList<string>? texts)
    {
        if (texts is null)
            return DomainCheckResult.Unreachable;
        if (texts.Count == 0)
            return DomainCheckResult.Missing;
        return texts.Any(text => text.Trim() == RecordValueOf(record)) ? DomainCheckResult.Found : DomainCheckResult.Mismatch;
    }

    /// <summary>
    /// The domain after a check. A record that is gone flags a verified domain and takes nothing away; name servers that
    /// don't answer change nothing. Only <see cref="Verify"/> makes it verified.
    /// </summary>
    public static DomainRecord After(DomainRecord record, DomainCheckResult result, DateTimeOffset now) =>
        record with
        {
            LastCheck = new DomainCheck(now, result),
            NextCheckAt = now + (result == DomainCheckResult.Found ? _whileFound : _otherwise),
            LostAt = result switch
            {
                DomainCheckResult.Found => null,
                DomainCheckResult.Missing or DomainCheckResult.Mismatch when record.VerifiedAt is not null => record.LostAt ?? now,
                _ => record.LostAt,
            },
        };

    /// <summary>The domain once the company has it.</summary>
    public static DomainRecord Verify(DomainRecord record, DateTimeOffset now) => record with { VerifiedAt = now };

    public static DomainView ViewOf(DomainRecord record) =>
        new(
            record.Domain,
            StatusOf(record),
            RecordNameOf(record.Domain),
            RecordValueOf(record),
            record.AddedAt,
            record.VerifiedAt,
            record.LostAt,
            record.LastCheck,
            record.NextCheckAt
        );

    private static DomainStatus StatusOf(DomainRecord record) =>
        record.VerifiedAt is null ? DomainStatus.Pending
        : record.LostAt is null ? DomainStatus.Verified
        : DomainStatus.Lost;
}
