using Kayse.Grains.Privacy;
using Kayse.Grains.State;

namespace Kayse.Grains.Scim;

/// <summary>What the identity providers of a person's companies have said of them.</summary>
internal sealed class ScimExporter()
    : JsonExporter<ScimExporter.Item>(
        "directories.json",
        "What the identity providers of your companies have sent about you.",
        typeof(SegmentState<ScimPersonRecord>),
        typeof(ScimPersonRecord)
    )
{
    protected override async Task<(IReadOnlyList<Item> Items, string? Next)> ReadItemsAsync(ExportContext context, string? cursor)
    {
        var at = CompanyCursor.Parse(context, cursor);
        if (at.CompanyId is not { } companyId)
            return ([], null);
        var found = await context.Grains.GetGrain<IScimDirectoryGrain>(companyId).ExportAsync(context.UserId);
        return (found is null ? [] : [ItemOf(companyId, found)], at.After(context, nextPage: null));
    }

    private static Item ItemOf(string companyId, ScimUserView view) =>
        new(
            companyId,
            view.User.UserName,
            view.User.ExternalId,
            view.User.DisplayName,
            view.User.Name?.Formatted,
            view.User.Name?.GivenName,
            view.User.Name?.FamilyName,
            view.User.Name?.MiddleName,
            view.User.Title,
            [.. view.User.Emails.Select(contact => contact.Value)],
            [.. view.User.PhoneNumbers.Select(contact => contact.Value)],
            [.. view.Groups.Select(group => group.Display)],
            view.Created,
            view.LastModified
        );

    internal sealed record Item(
        string CompanyId,
        string? UserName,
        string? ExternalId,
        string? DisplayName,
        string? FullName,
        string? GivenName,
        string? FamilyName,
        string? MiddleName,
        string? Title,
        IReadOnlyList<string?> Emails,
        IReadOnlyList<string?> PhoneNumbers,
        IReadOnlyList<string?> Groups,
        DateTimeOffset AddedAt,
        DateTimeOffset ChangedAt
    );
}
