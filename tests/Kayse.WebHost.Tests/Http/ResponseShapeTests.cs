using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Http;

/// <summary>Answers have the members of the contract, no more and no fewer.</summary>
public sealed class ResponseShapeTests(SharedApp shared) : AppTests(shared)
{
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Fact]
    public async Task Sign_up()
    {
        var email = Journeys.NewEmail();
        var answer = await App.Client()
            .PostAsync(
                "companies",
                new
                {
                    companyName = "Vale Law",
                    fullName = "Ada Vale",
                    email = email.ToUpperInvariant(),
                    password = Person.Password,
                    phoneNumber = "+1 202 555 0123",
                    timeZone = "America/New_York",
                }
            );

        answer.ShouldBe(HttpStatusCode.Created);
        Members(answer.Json).ShouldBe(["company", "user", "session"]);
        Members(answer.Json["company"]).ShouldBe(["id", "name", "createdAt"]);
        Members(answer.Json["user"]).ShouldBe(["id", "fullName", "email", "emailVerified", "phoneNumber", "timeZone"]);
        Members(answer.Json["session"]).ShouldBe(["id", "token", "expiresAt", "idleTimeoutSeconds"]);
        answer.At("user.email").ShouldBe(email);
        answer.At("user.phoneNumber").ShouldBe("+12025550123");
        answer.Json["session"]!["idleTimeoutSeconds"]!.GetValue<int>().ShouldBe(1800);
        answer.At("session.expiresAt").ShouldBe("2026-01-05T09:30:00Z");
        answer.Header("Location").ShouldBe($"/api/v1/companies/{answer.At("company.id")}");
        answer.Header("Cache-Control").ShouldBe("no-store");
    }

    [Fact]
    public async Task Sign_in()
    {
        var answer = await App.Client().PostAsync("auth/sign-in", new { email = _owner.Email, password = Person.Password });

        Members(answer.Json).ShouldBe(["status", "session", "user", "companies", "activeCompanyId"]);
        answer.At("status").ShouldBe("signed_in");
        answer.At("activeCompanyId").ShouldBe(_owner.CompanyId);
        var company = answer.Json["companies"]!.AsArray().ShouldHaveSingleItem();
        Members(company).ShouldBe(["id", "name", "role"]);
        company!["role"]!.GetValue<string>().ShouldBe("super_admin");
    }

    [Fact]
    public async Task Me()
    {
        var answer = await App.Client(_owner.Token).GetAsync("me");

        Members(answer.Json)
            .ShouldBe(["id", "fullName", "email", "emailVerified", "phoneNumber", "timeZone", "language", "photoUrl", "pendingEmail"]);
        answer.At("email").ShouldBe(_owner.Email);
        answer.Json["language"].ShouldBeNull();
    }

    [Fact]
    public async Task Session()
    {
        var answer = await App.Client(_owner.Token).GetAsync("session");

        Members(answer.Json)
            .ShouldBe([
                "id",
                "user",
                "company",
                "role",
                "permissions",
                "caseAccess",
                "caseTypes",
                "agentAccess",
                "agentIds",
                "expiresAt",
            ]);
        Members(answer.Json["user"]).ShouldBe(["id", "fullName", "email"]);
        Members(answer.Json["company"]).ShouldBe(["id", "name"]);
        answer.At("id").ShouldBe(_owner.SessionId);
        answer.At("role").ShouldBe("super_admin");
        answer.Json["permissions"]!.AsArray().Select(permission => permission!.GetValue<string>()).ShouldContain("members.invite");
        (answer.At("caseAccess"), answer.At("agentAccess")).ShouldBe(("all", "all"));
        answer.Json["caseTypes"].ShouldBeNull();
        answer.Json["agentIds"].ShouldBeNull();
        answer.At("expiresAt").ShouldBe("2026-01-05T09:30:00Z");
        answer.Header("Content-Type").ShouldBe("application/json; charset=utf-8");
        answer.Header("Content-Length").ShouldBe(answer.Text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        answer.Header("Cache-Control").ShouldBe("no-store");
    }

    [Fact]
    public async Task Names_of_any_script_come_back_as_they_were()
    {
        const string Name = "Ądą \"O’Vale\" 李 👩‍⚖️ </script>";
        var answer = await App.Client()
            .PostAsync(
                "companies",
                new
                {
                    companyName = Name,
                    fullName = Name,
                    email = Journeys.NewEmail(),
                    password = Person.Password,
                }
            );

        var session = await App.Client(answer.ShouldBe(HttpStatusCode.Created).At("session.token")).GetAsync("session");

        session.At("user.fullName").ShouldBe(Name);
        session.At("company.name").ShouldBe(Name);
    }

    [Fact]
    public async Task Invitation()
    {
        var client = App.Client(_owner.Token);
        var answer = await client.PostAsync(
            "companies/current/invitations",
            new
            {
                fullName = "Ben Ito",
                email = Journeys.NewEmail(),
                role = "user",
                phoneNumber = "+1",
                jobTitle = "Paralegal",
                permissions = new[] { "members.read" },
                agentIds = new[] { "agent-1" },
            }
        );

        answer.ShouldBe(HttpStatusCode.Created);
        Members(answer.Json).ShouldBe(["outcome", "invitation"]);
        answer.At("outcome").ShouldBe("invited");
        var id = answer.At("invitation.id");
        answer.Header("Location").ShouldBe($"/api/v1/companies/{_owner.CompanyId}/invitations/{id}");
        var list = await client.GetAsync("companies/current/invitations?status=pending");
        Members(list.Json).ShouldBe(["items", "nextCursor", "total"]);
        foreach (
            var invitation in new[]
            {
                answer.Json["invitation"],
                (await client.GetAsync($"companies/current/invitations/{id}")).Json,
                list.Json["items"]![0],
            }
        )
        {
            Members(invitation)
                .ShouldBe([
                    "id",
                    "fullName",
                    "email",
                    "phoneNumber",
                    "role",
                    "jobTitle",
                    "caseAccess",
                    "scopeIds",
                    "permissions",
                    "agentAccess",
                    "agentIds",
                    "agentOverrides",
                    "status",
                    "invitedBy",
                    "createdAt",
                    "sentAt",
                    "expiresAt",
                    "delivery",
                ]);
            invitation!["phoneNumber"].ShouldBeNull();
            invitation["status"]!.GetValue<string>().ShouldBe("pending");
            invitation["expiresAt"]!.GetValue<string>().ShouldBe("2026-01-06T09:00:00Z");
            invitation["invitedBy"]!["userId"]!.GetValue<string>().ShouldBe(_owner.UserId);
            new[] { "queued", "sent" }.ShouldContain(invitation["delivery"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Lookup()
    {
        var email = Journeys.NewEmail();
        await App.InviteAsync(_owner, email, "admin");
        var answer = await App.Client().PostAsync("invitations/lookup", new { token = await App.MailedTokenAsync(email) });

        Members(answer.Json).ShouldBe(["companyName", "email", "fullName", "role", "invitedBy", "expiresAt", "accountExists"]);
        answer.At("companyName").ShouldBe("Vale Law");
        answer.At("role").ShouldBe("admin");
        answer.At("invitedBy").ShouldBe("Ada Vale");
        answer.Json["accountExists"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Members_of_a_company()
    {
        var answer = await App.Client(_owner.Token).GetAsync("companies/current/members");

        answer.Json["total"]!.GetValue<int>().ShouldBe(1);
        Members(answer.Json["items"]![0])
            .ShouldBe([
                "userId",
                "fullName",
                "email",
                "phoneNumber",
                "jobTitle",
                "role",
                "caseAccess",
                "scopeIds",
                "permissions",
                "agentAccess",
                "agentIds",
                "agentOverrides",
                "twoFactorEnabled",
                "initialPasswordExpiresAt",
                "twoFactorResetAt",
                "status",
                "lastActiveAt",
                "joinedAt",
                "photoUrl",
            ]);
        answer.Json["items"]![0]!["status"]!.GetValue<string>().ShouldBe("active");
    }

    [Fact]
    public async Task My_sessions()
    {
        const string Firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
        await App.Client()
            .PostAsync(
                "auth/sign-in",
                new
                {
                    email = _owner.Email,
                    password = Person.Password,
                    rememberMe = true,
                },
                ("User-Agent", Firefox),
                (KayseApp.RemoteAddressHeader, "203.0.113.9")
            );
        var answer = await App.Client(_owner.Token).GetAsync("me/sessions");

        var sessions = answer.Json["items"]!.AsArray();
        sessions.Count.ShouldBe(2);
        Members(sessions[0])
            .ShouldBe([
                "id",
                "current",
                "device",
                "browser",
                "os",
                "location",
                "ipAddress",
                "startedAt",
                "lastActiveAt",
                "expiresAt",
                "rememberMe",
                "companyId",
            ]);
        var other = sessions.Single(session => !session!["current"]!.GetValue<bool>())!;
        other["device"]!.GetValue<string>().ShouldBe("desktop");
        other["browser"]!.GetValue<string>().ShouldBe("Firefox");
        other["os"]!.GetValue<string>().ShouldBe("Windows");
        other["ipAddress"]!.GetValue<string>().ShouldBe("203.0.113.9");
        other["rememberMe"]!.GetValue<bool>().ShouldBeTrue();
    }

    private static IEnumerable<string> Members(JsonNode? node) => node.ShouldBeOfType<JsonObject>().Select(member => member.Key);
}
