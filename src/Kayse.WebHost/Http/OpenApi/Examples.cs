using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>Bodies that show what requests and answers look like, by operation; a test keeps them true.</summary>
internal static class Examples
{
    private const string Session =
        """{"id": "06axv7m2k4p9r3t8w1y5z0ab", "token": "06axv7m2k4p9r3t8w1y5z0ab.qLUpYHkB1fY0v0Sx3m8cR5nE7wT2aJ9dG4hK6iO1uXs", "expiresAt": "2026-01-05T09:30:00Z", "idleTimeoutSeconds": 1800}""";
    private const string User =
        """{"id": "06axv7m2k4p9r3t8w1y5z0cd", "fullName": "Ada Vale", "email": "ada@vale-law.example", "emailVerified": true, "phoneNumber": "+12025550123", "timeZone": "America/New_York"}""";
    private const string Me =
        """{"id": "06axv7m2k4p9r3t8w1y5z0cd", "fullName": "Ada Vale", "email": "ada@vale-law.example", "emailVerified": true, "phoneNumber": "+12025550123", "timeZone": "America/New_York", "language": "en-US", "photoUrl": "/api/v1/photos/06axv7m2k4p9r3t8w1y5z0cd.9f86d081884c7d659a2feaa0c55ad015.jpg", "pendingEmail": null}""";
    private const string Company = """{"id": "06axv7m2k4p9r3t8w1y5z0ef", "name": "Vale Law", "createdAt": "2026-01-05T09:00:00Z"}""";
    private const string SignedIn =
        $$"""{"status": "signed_in", "session": {{Session}}, "user": {{User}}, "companies": [{"id": "06axv7m2k4p9r3t8w1y5z0ef", "name": "Vale Law", "role": "super_admin"}], "activeCompanyId": "06axv7m2k4p9r3t8w1y5z0ef"}""";
    private const string Invitation = """
        {"id": "06axv7m2k4p9r3t8w1y5z0gh", "fullName": "Ben Ito", "email": "ben@vale-law.example", "phoneNumber": null, "role": "user", "jobTitle": "Paralegal", "caseAccess": "all", "scopeIds": [], "permissions": ["members.read"], "agentAccess": "assigned", "agentIds": ["agent-7"], "agentOverrides": {}, "status": "pending", "invitedBy": {"userId": "06axv7m2k4p9r3t8w1y5z0cd", "fullName": "Ada Vale"}, "createdAt": "2026-01-05T09:05:00Z", "sentAt": "2026-01-05T09:05:00Z", "expiresAt": "2026-01-06T09:05:00Z", "delivery": "queued"}
        """;
    private const string CompanyDetails = """
        {"id": "06axv7m2k4p9r3t8w1y5z0ef", "name": "Vale Law", "createdAt": "2026-01-05T09:00:00Z", "phoneNumber": "+12025550123", "email": "office@vale-law.example", "postalAddress": {"lines": ["12 Main Street"], "city": "Springfield", "region": "IL", "postalCode": "62701", "country": "US"}, "website": "https://vale-law.example/", "seatLimit": null, "seatsTaken": 3}
        """;
    private const string SecurityPolicy = """
        {"twoFactorRequired": true, "twoFactorGraceDays": 7, "idleTimeoutMinutes": 15, "sessionLifetimeMinutes": null, "rememberMeAllowed": false, "trustedDevicesAllowed": true, "invitedEmailDomains": ["vale-law.example"], "invitationLifetimeHours": 168}
        """;
    private const string SessionSettings =
        """{"idleTimeoutMinutes": 60, "defaultIdleTimeoutMinutes": 30, "longestIdleTimeoutMinutes": 15, "effectiveIdleTimeoutMinutes": 15, "rememberedIdleTimeoutMinutes": 15}""";
    private const string Scope =
        """{"id": "06axv7m2k4p9r3t8w1y5z0jk", "name": "Injuries", "caseTypes": ["Car crash", "Dog bite"], "memberCount": 12}""";
    private const string Token = "06axv7m2k4p9r3t8w1y5z0gh.qLUpYHkB1fY0v0Sx3m8cR5nE7wT2aJ9dG4hK6iO1uXs";

    private static readonly FrozenDictionary<string, string> _requests = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["SignUp"] =
            """{"companyName": "Vale Law", "fullName": "Ada Vale", "email": "ada@vale-law.example", "password": "correct horse battery staple", "phoneNumber": "+1 202 555 0123", "timeZone": "America/New_York"}""",
        ["SignIn"] = """{"email": "ada@vale-law.example", "password": "correct horse battery staple", "rememberMe": false}""",
        ["SetMySessionSettings"] = """{"idleTimeoutMinutes": 60}""",
        ["StepUp"] = """{"password": "correct horse battery staple"}""",
        ["CompleteSignIn"] = $$"""{"ticket": "{{Token}}", "code": "492039"}""",
        ["EnableMyTwoFactor"] = """{"code": "492039"}""",
        ["DisableMyTwoFactor"] = """{"password": "correct horse battery staple", "code": "492039"}""",
        ["ChangeMyPassword"] = """{"currentPassword": "correct horse battery staple", "newPassword": "a plum tram for the otter"}""",
        ["UpdateMe"] = """{"fullName": "Ada Vale", "phoneNumber": null, "language": "en-US"}""",
        ["ChangeMyEmail"] = """{"newEmail": "ada@ito-law.example", "password": "correct horse battery staple"}""",
        ["ConfirmMyEmail"] = $$"""{"token": "{{Token}}"}""",
        ["UndoMyEmail"] = $$"""{"token": "{{Token}}"}""",
        ["SetMyDefaultCompany"] = """{"companyId": "06axv7m2k4p9r3t8w1y5z0ef"}""",
        ["SwitchCompany"] = """{"companyId": "06axv7m2k4p9r3t8w1y5z0ef"}""",
        ["ForgotPassword"] = """{"email": "ada@vale-law.example"}""",
        ["ResetPassword"] = $$"""{"token": "{{Token}}", "newPassword": "a plum tram for the otter"}""",
        ["Authorize"] = """{"permission": "agents.edit", "caseType": "Car crash", "agentId": "agent-7"}""",
        ["UpdateCompany"] =
            """{"email": "office@vale-law.example", "website": null, "postalAddress": {"lines": ["12 Main Street"], "city": "Springfield", "region": "IL", "postalCode": "62701", "country": "US"}}""",
        ["SetSecurityPolicy"] = SecurityPolicy,
        ["CreateScope"] = """{"name": "Injuries", "caseTypes": ["Car crash", "Dog bite"]}""",
        ["UpdateScope"] = """{"caseTypes": ["Car crash", "Dog bite", "Slip and fall"]}""",
        ["InviteMember"] =
            """{"fullName": "Ben Ito", "email": "ben@vale-law.example", "role": "user", "jobTitle": "Paralegal", "permissions": ["members.read"], "agentIds": ["agent-7"]}""",
        ["UpdateInvitation"] = """{"role": "admin", "jobTitle": null}""",
        ["LookUpInvitation"] = $$"""{"token": "{{Token}}"}""",
        ["AcceptInvitation"] = $$"""{"token": "{{Token}}", "password": "my own long passphrase"}""",
        ["VerifyEmail"] = """{"code": "123456"}""",
        ["DeclineInvitation"] = $$"""{"token": "{{Token}}"}""",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> _answers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["SignUp"] = $$"""{"company": {{Company}}, "user": {{User}}, "session": {{Session}}}""",
        ["SignIn"] = SignedIn,
        ["CompleteSignIn"] = SignedIn,
        ["AcceptInvitation"] = SignedIn,
        ["GetMySessionSettings"] = SessionSettings,
        ["SetMySessionSettings"] = SessionSettings,
        ["StepUp"] = $$"""{"session": {{Session}}}""",
        ["GetMyTwoFactor"] = """{"enabled": true, "enabledAt": "2026-01-05T09:00:00Z", "backupCodesLeft": 10, "requiredFrom": null}""",
        ["SetUpMyTwoFactor"] =
            """{"secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "otpauthUri": "otpauth://totp/Kayse:ada%40vale-law.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Kayse&algorithm=SHA1&digits=6&period=30", "qrCodeSvg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 53 53\">…</svg>", "expiresAt": "2026-01-05T09:30:00Z"}""",
        ["EnableMyTwoFactor"] = $$"""{"backupCodes": ["7k2mqd-p9rt4e-wxyz03-h5g6jn"], "session": {{Session}}}""",
        ["DisableMyTwoFactor"] = $$"""{"session": {{Session}}}""",
        ["RenewMyBackupCodes"] = """{"backupCodes": ["7k2mqd-p9rt4e-wxyz03-h5g6jn"]}""",
        ["ChangeMyPassword"] = $$"""{"session": {{Session}}}""",
        ["SwitchCompany"] = $$"""{"session": {{Session}}}""",
        ["ListMyCompanies"] =
            """{"items": [{"id": "06axv7m2k4p9r3t8w1y5z0ef", "name": "Vale Law", "role": "super_admin", "default": true, "active": true}], "nextCursor": null, "total": 1}""",
        ["GetMe"] = Me,
        ["UpdateMe"] = Me,
        ["SetMyPhoto"] = Me,
        ["Authorize"] = """{"allowed": false, "reason": "case_type"}""",
        ["CreateScope"] = Scope,
        ["GetScope"] = Scope,
        ["UpdateScope"] = Scope,
        ["ListScopes"] = $$"""{"items": [{{Scope}}], "nextCursor": null, "total": 1}""",
        ["GetCompany"] = CompanyDetails,
        ["UpdateCompany"] = CompanyDetails,
        ["GetSecurityPolicy"] = SecurityPolicy,
        ["SetSecurityPolicy"] = SecurityPolicy,
        ["GetSession"] =
            """{"id": "06axv7m2k4p9r3t8w1y5z0ab", "user": {"id": "06axv7m2k4p9r3t8w1y5z0cd", "fullName": "Ada Vale", "email": "ada@vale-law.example"}, "company": {"id": "06axv7m2k4p9r3t8w1y5z0ef", "name": "Vale Law"}, "role": "user", "permissions": ["members.read"], "caseAccess": "assigned", "caseTypes": ["Car crash", "Dog bite"], "agentAccess": "all", "agentIds": null, "expiresAt": "2026-01-05T09:30:00Z"}""",
        ["ListAuditLog"] =
            """{"items": [{"id": "06axv7m2k4p9r3t8w1y5z0jk", "at": "2026-01-05T09:10:00Z", "actor": {"userId": "06axv7m2k4p9r3t8w1y5z0cd", "name": "Ada Vale"}, "action": "member.role_changed", "target": {"kind": "member", "id": "06axv7m2k4p9r3t8w1y5z0mn", "name": "Ben Ito"}, "before": {"role": "user"}, "after": {"role": "admin"}, "ipAddress": "203.0.113.9", "sessionId": "06axv7m2k4p9r3t8w1y5z0ab"}], "nextCursor": "40", "total": 41}""",
        ["VerifyAuditLog"] =
            """{"intact": true, "count": 41, "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "brokenAt": null}""",
        ["ReadEvents"] =
            """{"items": [{"id": "06axv7m2k4p9r3t8w1y5z0jk", "type": "member.role_changed", "at": "2026-01-05T09:10:00Z", "actorId": "06axv7m2k4p9r3t8w1y5z0cd", "target": {"kind": "member", "id": "06axv7m2k4p9r3t8w1y5z0mn"}, "before": {"role": "user"}, "after": {"role": "admin"}}], "nextCursor": "41", "hasMore": false}""",
        ["InviteMember"] = $$"""{"outcome": "invited", "invitation": {{Invitation}}}""",
        ["GetInvitation"] = Invitation,
        ["UpdateInvitation"] = Invitation,
        ["ResendInvitation"] = Invitation,
        ["ListInvitations"] = $$"""{"items": [{{Invitation}}], "nextCursor": null, "total": 1}""",
        ["LookUpInvitation"] =
            """{"companyName": "Vale Law", "email": "ben@vale-law.example", "fullName": "Ben Ito", "role": "user", "invitedBy": "Ada Vale", "expiresAt": "2026-01-06T09:05:00Z", "accountExists": false}""",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void Apply(OpenApiOperation operation)
    {
        if (operation.OperationId is not { } id)
            return;
        if (_requests.TryGetValue(id, out var request))
            SetExample(operation.RequestBody?.Content, request);
        if (_answers.TryGetValue(id, out var answer))
            SetExample(operation.Responses?.FirstOrDefault(response => response.Key[0] == '2').Value?.Content, answer);
    }

    private static void SetExample(IDictionary<string, OpenApiMediaType>? content, string example)
    {
        if (content?.TryGetValue("application/json", out var media) == true && media is OpenApiMediaType json)
            json.Example = JsonNode.Parse(example);
    }
}
