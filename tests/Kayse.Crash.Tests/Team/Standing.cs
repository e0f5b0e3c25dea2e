namespace Kayse.Crash.Team;

/// <summary>
/// What a member is in the company, as far as these tests change it. Empty for no permission granted and no scope.
/// </summary>
internal sealed record Standing(string Role, string Status, string Permission, string ScopeId)
{
    public static readonly Standing New = new("user", "active", "", "");

    public bool IsActive => Status == "active";
}
