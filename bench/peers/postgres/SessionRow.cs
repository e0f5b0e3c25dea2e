namespace Kayse.Bench.Postgres;

/// <summary>A live session with its person, company and rights, as the query gives it.</summary>
internal sealed record SessionRow(
    string PersonId,
    string FullName,
    string Email,
    string CompanyId,
    string CompanyName,
    string Role,
    string[] Permissions,
    string[]? CaseTypes,
    DateTime ExpiresAt,
    bool IsStale
);
