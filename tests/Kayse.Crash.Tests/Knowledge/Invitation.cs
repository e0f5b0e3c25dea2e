namespace Kayse.Crash.Knowledge;

/// <summary>
/// What the client that gave every command about an invitation knows of it: what it must be after the acknowledged
/// ones, and what else it may be because of the one that got no answer. From then on nobody touches it until it is
/// looked at. Phone numbers: empty for none.
/// </summary>
internal sealed class Invitation(Company company, string fullName, string email, string phone)
{
    /// <summary>Unique among all invitations: names it while its id isn't known.</summary>
    public string FullName => fullName;

    public Company Company => company;

    /// <summary>Empty while it isn't known.</summary>
    public string Id { get; set; } = "";

    /// <summary>The key that the invitation was made with; null for none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Whether others use the same address.</summary>
    public bool IsAddressShared { get; init; }

    public string Email { get; private set; } = email;

    public string Phone { get; private set; } = phone;

    public HashSet<Standing> Standings { get; } = [Standing.Absent];

    public HashSet<string> Emails { get; } = [email];

    public HashSet<string> Phones { get; } = [phone];

    /// <summary>The phone numbers that the person may have taken at acceptance.</summary>
    public HashSet<string> PersonPhones { get; } = [];

    /// <summary>Tokens that an acknowledged command has made worthless.</summary>
    public List<string> DeadTokens { get; } = [];

    /// <summary>
    /// Whether it was sent more than once: then a mail may still arrive that was under way when its link was replaced.
    /// </summary>
    public bool WasSentAgain { get; private set; }

    /// <summary>The command that got no answer; null when there is none.</summary>
    public string? Doubt { get; private set; }

    public bool IsPending => Doubt is null && Standings.Contains(Standing.Pending);

    public Standing Standing => Standings.Single();

    public void Is(Standing standing)
    {
        Standings.Clear();
        Standings.Add(standing);
    }

    public void MayBe(string doubt, Standing? standing = null)
    {
        Doubt = doubt;
        if (standing is { } other)
            Standings.Add(other);
    }

    public void HasPhone(string phone) => (Phone, _) = (phone, Phones.Replace(phone));

    public void HasEmail(string email) => (Email, _) = (email, Emails.Replace(email));

    public void IsSentAgain(IEnumerable<string> tokensBefore)
    {
        WasSentAgain = true;
        DeadTokens.AddRange(tokensBefore);
    }

    /// <summary>What was found out settles the doubt.</summary>
    public void Settle(string id, Standing standing, string email, string phone)
    {
        Id = id;
        Is(standing);
        if (standing == Standing.Absent)
            return;
        HasEmail(email);
        HasPhone(phone);
    }
}

internal static class SetExtensions
{
    public static HashSet<string> Replace(this HashSet<string> set, string value)
    {
        set.Clear();
        set.Add(value);
        return set;
    }
}
