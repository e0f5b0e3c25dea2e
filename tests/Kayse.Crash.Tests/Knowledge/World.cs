using System.Globalization;

namespace Kayse.Crash.Knowledge;

/// <summary>
/// What all clients share: the companies, and the names, addresses and numbers to use, some of them by several clients
/// at once.
/// </summary>
internal sealed class World
{
    private const int Shared = 12;
    private readonly Lock _lock = new();
    private readonly List<Company> _companies = [];
    private readonly HashSet<string> _phones = new(StringComparer.Ordinal);
    private readonly HashSet<(Company Company, string Email)> _invited = [];
    private int _names;
    private int _numbers;

    public IReadOnlyList<Company> Companies
    {
        get
        {
            lock (_lock)
                return [.. _companies];
        }
    }

    /// <summary>Every number that any command has named.</summary>
    public IReadOnlyList<string> Phones
    {
        get
        {
            lock (_lock)
                return [.. _phones];
        }
    }

    /// <summary>Every address that any command would have invited to a company.</summary>
    public IReadOnlyList<(Company Company, string Email)> Invited
    {
        get
        {
            lock (_lock)
                return [.. _invited];
        }
    }

    public void NoteInvited(Company company, string email)
    {
        lock (_lock)
            _invited.Add((company, email));
    }

    public void Add(Company company)
    {
        lock (_lock)
            _companies.Add(company);
    }

    public string NewName(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind} {Interlocked.Increment(ref _names)}");

    public static string EmailOf(string name) => $"{name.Replace(' ', '.').ToLowerInvariant()}@example.com";

    public static bool IsSharedPhone(string phone) => phone.StartsWith("+491511", StringComparison.Ordinal);

    public static string SharedEmail(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"shared.{random.Next(Shared)}@example.com");

    public string SharedPhone(Random random) => Noted(string.Create(CultureInfo.InvariantCulture, $"+491511{random.Next(Shared):d7}"));

    public string NewPhone() => Noted(string.Create(CultureInfo.InvariantCulture, $"+491512{Interlocked.Increment(ref _numbers):d7}"));

    private string Noted(string phone)
    {
        lock (_lock)
            _phones.Add(phone);
        return phone;
    }
}
