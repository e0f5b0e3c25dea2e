using System.Text.Json;
using Kayse.Crash.Http;
using Kayse.Crash.Knowledge;

namespace Kayse.Crash.Checks;

/// <summary>What the host says of a company.</summary>
internal sealed record Truth(
    Company Company,
    IReadOnlyList<ListedInvitation> Invitations,
    IReadOnlyList<string> PendingIds,
    IReadOnlyList<ListedMember> Members
)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static async Task<Truth> ReadAsync(ApiClient api, Company company)
    {
        var invitations = await ListAsync<ListedInvitation>(api, company, $"{company.Invitations}?limit=200");
        var pending = await ListAsync<ListedInvitation>(api, company, $"{company.Invitations}?status=pending&limit=200");
        var members = await ListAsync<ListedMember>(api, company, $"{company.Path}/members?limit=200");
        return new Truth(company, invitations, [.. pending.Select(invitation => invitation.Id)], members);
    }

    public static async Task<IReadOnlyDictionary<Company, Truth>> ReadAsync(ApiClient api, World world) =>
        (await Task.WhenAll(world.Companies.Select(company => ReadAsync(api, company)))).ToDictionary(truth => truth.Company);

    public IEnumerable<ListedInvitation> Pending => Invitations.Where(invitation => invitation.Standing == Standing.Pending);

    /// <summary>The invitation that a client made: by its name, which no other has.</summary>
    public ListedInvitation? Find(Invitation invitation) => Invitations.SingleOrDefault(listed => listed.FullName == invitation.FullName);

    public ListedMember? Member(string email) => Members.SingleOrDefault(member => member.Email == email);

    private static async Task<List<T>> ListAsync<T>(ApiClient api, Company company, string path)
    {
        var items = new List<T>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await api.GetAsync(cursor.Length == 0 ? path : $"{path}&cursor={Uri.EscapeDataString(cursor)}", company.Token);
            if (page.Status != 200)
                throw new InvalidOperationException($"GET {path} was answered {page}");
            items.AddRange(page.Body.GetProperty("items").Deserialize<List<T>>(_json)!);
            cursor = page.Text("nextCursor") is { Length: > 0 } next ? next : null;
        }

        return items;
    }
}

internal sealed record ListedInvitation(string Id, string FullName, string Email, string? PhoneNumber, string Status, string Delivery)
{
    public Standing Standing => Enum.Parse<Standing>(Status, ignoreCase: true);
}

internal sealed record ListedMember(string UserId, string FullName, string Email, string? PhoneNumber, string Status);
