namespace Kayse.Grains.Privacy;

/// <summary>
/// What deleting an account erases and what it keeps, as certificates say it. docs/privacy.md has the same lines.
/// </summary>
internal static class DeletedData
{
    public static readonly IReadOnlyList<string> Erased =
    [
        "Profile: name, email address, phone number, photo, language and time zone",
        "Passwords, second factor, backup codes, passkeys and trusted devices",
        "Memberships: job titles, roles, scopes, permissions and agents",
        "Sessions and API keys",
        "Names, places and devices in sign-in histories",
        "Keys that decrypt names, personal values and IP addresses in audit logs",
        "Names, addresses and notes in access reviews",
        "Notifications, their settings, email subscriptions and push devices",
        "Which release notes were read, and how the console looks",
        "Data exports with their files",
    ];

    public static readonly IReadOnlyList<string> Kept =
    [
        "Audit log entries, as those of a deleted person: random ids, what was done and when",
        "That somebody signed in or failed to, and when, for the retention period of the company",
        "What access reviews decided, as about a deleted person, with the access of then",
        "What an ended session was, for up to 24 hours",
        "The invitation to a company, after it ended for the retention period of the company",
        "The stored response to the request that created the account, for 24 hours",
        "Mail on its way, this certificate's included, until it is sent or given up after some days",
        "Data of companies that refers to the person by a random id, such as what they used of Kayse services",
        "Copies in backups, logs and mail servers, for as long as their operators keep them",
    ];
}
