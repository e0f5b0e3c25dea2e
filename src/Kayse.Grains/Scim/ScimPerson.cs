using System.Text.Json;
using Kayse.Grains.Members;

namespace Kayse.Grains.Scim;

/// <summary>
/// A member of the company, with what the identity provider says of them; where it has said nothing yet, with what the
/// company has.
/// </summary>
/// <param name="Member">The member.</param>
/// <param name="Record">What the identity provider has said; null when it has said nothing.</param>
internal sealed record ScimPerson(MemberView Member, ScimPersonRecord? Record)
{
    public string Id => Member.UserId;

    public ScimUser User =>
        (Record?.Said ?? OfMember) with
        {
            ExternalId = Record?.ExternalId,
            Active = Member.Status == MemberStatus.Active,
        };

    // Both only grow.
    public long Version => Member.Version + (Record?.Version ?? 0);

    /// <summary>What of a person is kept beside the member.</summary>
    public static ScimUser SaidOf(ScimUser user) => user with { Active = null, ExternalId = null };

    /// <summary>Whether something different is said of a person.</summary>
    public static bool Differ(ScimUser one, ScimUser other) =>
        JsonSerializer.Serialize(one, ScimJson.Options) != JsonSerializer.Serialize(other, ScimJson.Options);

    public ScimUserView ViewWith(ScimGroups groups) =>
        new(Id, User, Record?.CreatedAt ?? Member.JoinedAt, LastModified, Version)
        {
            Groups = [.. (Record?.GroupIds ?? []).Select(id => new ScimReference(id, groups.Find(id)?.DisplayName))],
        };

    private ScimUser OfMember =>
        new()
        {
            UserName = Member.Email,
            Name = new ScimName(Member.FullName),
            DisplayName = Member.FullName,
            Title = Member.JobTitle,
            Emails = [new ScimContact(Member.Email, "work", Primary: true)],
        };

    // A member's version is the time of their last change, unless several changed at once.
    private DateTimeOffset LastModified
    {
        get
        {
            var changed = new DateTimeOffset(
                Math.Clamp(Member.Version, Member.JoinedAt.UtcTicks, DateTime.MaxValue.Ticks),
                TimeSpan.Zero
            );
            return Record is { ModifiedAt: var said } && said > changed ? said : changed;
        }
    }
}
