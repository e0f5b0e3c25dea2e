using System.Net;
using Kayse.Client.Tests.Support;

namespace Kayse.Client.Tests.Http;

/// <summary>What Kayse refuses, as an exception.</summary>
public sealed class ProblemTests
{
    private readonly StubKayse _kayse = new();

    [Fact]
    public async Task A_refusal_has_the_code_and_all_the_details()
    {
        _kayse.Then(HttpStatusCode.Unauthorized, "session_ended", reason: "revoked");

        var refused = await Should.ThrowAsync<KayseException>(() => Clients.Of(_kayse).GetSessionAsync());

        refused.ShouldNotBeOfType<KayseUnavailableException>();
        refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Code.ShouldBe("session_ended");
        refused.Reason.ShouldBe("revoked");
        refused.Message.ShouldBe("What happened.");
        refused.Errors["email"].ShouldBe(["Taken."]);
        refused.TraceId.ShouldBe("t1");
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "<html>a proxy's page</html>", "text/html")]
    [InlineData(HttpStatusCode.OK, "null", "application/json")]
    [InlineData(HttpStatusCode.OK, "{}", "application/json")]
    [InlineData(HttpStatusCode.Unauthorized, "<html>a proxy's page</html>", "text/html")]
    [InlineData(HttpStatusCode.Redirect, "", "text/html")]
    [InlineData(HttpStatusCode.InternalServerError, """{"code":"internal_error"}""", "application/problem+json")]
    [InlineData(HttpStatusCode.Forbidden, "not JSON", "application/problem+json")]
    public async Task What_is_no_answer_of_Kayse_is_an_outage(HttpStatusCode status, string body, string mediaType)
    {
        _kayse.Always(_ => StubKayse.Json(body, status, mediaType));

        (await Should.ThrowAsync<KayseUnavailableException>(() => Clients.Of(_kayse).GetSessionAsync())).Code.ShouldBe("unavailable");
    }

    [Fact]
    public async Task Members_that_are_new_are_ignored() =>
        (await Clients.Of(_kayse).GetSessionAsync()).CaseTypes.ShouldBe(["car crash"]);

    [Fact]
    public void Secrets_are_not_in_texts()
    {
        var token = new SessionToken("s1", "s1.secret", default, 60);

        token.ToString().ShouldNotContain("secret");
        new SignedIn("signed_in", token, null, null, null, null, "device-secret", "ticket-secret", null)
            .ToString()
            .ShouldNotContain("secret");
        new ApiKey
        {
            Id = "k1",
            Name = "Key",
            Prefix = "kayse_k1",
            CompanyId = "c1",
            Permissions = [],
            Key = "kayse_k1_secret",
        }
            .ToString()
            .ShouldNotContain("secret");
    }
}
