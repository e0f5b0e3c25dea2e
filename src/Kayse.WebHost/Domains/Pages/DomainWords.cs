using Kayse.Grains.Domains;

namespace Kayse.WebHost.Domains.Pages;

/// <summary>What the console says of domains.</summary>
internal static class DomainWords
{
    public static (string Tone, string Word) Of(DomainStatus status) =>
        status switch
        {
            DomainStatus.Verified => ("good", "Verified"),
            DomainStatus.Lost => ("warn", "Record missing"),
            _ => ("faint", "Not verified"),
        };

    public static string Of(DomainCheckResult result) =>
        result switch
        {
            DomainCheckResult.Found => "We found the record.",
            DomainCheckResult.Missing => "We found no TXT record with this name. A new record can take up to an hour to appear.",
            DomainCheckResult.Mismatch => "We found a TXT record with this name, but its value is different. Copy the value again.",
            DomainCheckResult.InUse => "We found the record, but another company has verified this domain.",
            _ => "The name servers of the domain didn't answer. Try again later.",
        };
}
