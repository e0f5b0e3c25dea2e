using System.Net;
using System.Text;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Authorization;

/// <summary>Token introspection as RFC 7662 has it.</summary>
public sealed class IntrospectionTests : IAsyncLifetime
{
    private const string Id = "crm-service";
    private const string Secret = "7d1b7d6c0f5f4a53b1e0~a.b_c-0123456789abcdef";
    private const string Inactive = """{"active":false}""";

    private readonly KayseApp _app = new(
        ($"Kayse:Introspection:Clients:{Id}:Secret", Secret),
        ("Kayse:ApiKeys:RequestsPerMinute", "5")
    );

    private Person _owner = null!;

    public async Task InitializeAsync() => _owner = await _app.SignUpAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_live_session_is_active_and_says_who_it_acts_as()
    {
        var user = await _app.JoinAsync(_owner, "user", "crm.access", "recordings.listen");

        var answer = (await IntrospectAsync(user.Token)).ShouldBe(HttpStatusCode.OK);
        answer.Header("Cache-Control").ShouldBe("no-store");
        answer.Header("Content-Type").ShouldBe("application/json; charset=utf-8");
        answer.Json["active"]!.GetValue<bool>().ShouldBeTrue();
        answer.At("sub").ShouldBe(user.UserId);
        answer.At("sid").ShouldBe(user.SessionId);
        answer.At("company_id").ShouldBe(_owner.CompanyId);
        answer.At("role").ShouldBe("user");
        answer.At("username").ShouldBe(user.Email);
        answer.At("token_type").ShouldBe("Bearer");
        answer.At("kind").ShouldBe("session");
        answer.At("iss").ShouldBe("http://localhost:5080");
        answer.At("scope").Split(' ').ShouldBe(["crm.access", "recordings.listen"], ignoreOrder: true);
        var session = await _app.Client(user.Token).GetAsync("session");
        answer.Json["exp"]!
            .GetValue<long>()
            .ShouldBe(
                DateTimeOffset.Parse(session.At("expiresAt"), System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds()
            );
    }

    [Fact]
    public async Task An_API_key_is_active_until_it_is_revoked_or_expires()
    {
        var (id, key) = await CreateKeyAsync();
        var answer = await IntrospectAsync(key);
        answer.Json["active"]!.GetValue<bool>().ShouldBeTrue(answer.Text);
        answer.At("kind").ShouldBe("api_key");
        answer.At("sub").ShouldBe(_owner.UserId);
        answer.At("sid").ShouldBe(id);
        answer.Json["key_permissions"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldBe(["read"]);

        (await _app.Client(_owner.Token).DeleteAsync($"me/api-keys/{id}")).ShouldBe(HttpStatusCode.NoContent);
        (await IntrospectAsync(key)).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(Inactive);

        var (_, other) = await CreateKeyAsync();
        _app.Clock.Advance(TimeSpan.FromHours(2));
        (await IntrospectAsync(other)).Text.ShouldBe(Inactive);
    }

    [Fact]
    public async Task A_key_that_used_up_its_rate_gets_429_and_is_not_called_inactive()
    {
        var (_, key) = await CreateKeyAsync();
        for (var i = 0; i < 5; i++)
            (await IntrospectAsync(key)).ShouldBe(HttpStatusCode.OK);

        (await IntrospectAsync(key)).ShouldRefuse(HttpStatusCode.TooManyRequests, "rate_limited").Header("Retry-After").ShouldNotBeNull();
    }

    [Fact]
    public async Task Whatever_is_not_live_is_inactive_on_the_very_next_request()
    {
        var user = await _app.JoinAsync(_owner);
        (await IntrospectAsync(user.Token)).Json["active"]!.GetValue<bool>().ShouldBeTrue();

        (await _app.Client(_owner.Token).PostAsync($"companies/current/members/{user.UserId}/deactivate")).ShouldBe(
            HttpStatusCode.NoContent
        );
        (await IntrospectAsync(user.Token)).Text.ShouldBe(Inactive);

        await _app.Client(_owner.Token).PostAsync("auth/sign-out");
        (await IntrospectAsync(_owner.Token)).Text.ShouldBe(Inactive);
    }

    [Fact]
    public async Task A_session_that_may_only_change_its_password_is_inactive()
    {
        var email = Journeys.NewEmail("restricted");
        var member = new
        {
            fullName = "Cleo Adamu",
            email,
            role = "user",
            password = Person.Password,
        };
        (await _app.Client(_owner.Token).PostAsync("companies/current/members", member)).ShouldBe(HttpStatusCode.Created);

        (await IntrospectAsync((await _app.SignInAsync(email)).Token)).Text.ShouldBe(Inactive);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("06h22468v618exce1d7fqma4.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("kayse_06h22468v618exce1d7fqma4_0000000000000000000000000000000000000000000ffffffff")]
    [InlineData("\0\u2028💥")]
    public async Task What_is_no_token_of_ours_is_inactive(string token) => (await IntrospectAsync(token)).Text.ShouldBe(Inactive);

    [Fact]
    public async Task It_counts_as_use_of_the_session()
    {
        _app.Clock.Advance(TimeSpan.FromMinutes(20));
        await IntrospectAsync(_owner.Token);
        _app.Clock.Advance(TimeSpan.FromMinutes(20));

        (await IntrospectAsync(_owner.Token)).Json["active"]!.GetValue<bool>().ShouldBeTrue();
        _app.Clock.Advance(TimeSpan.FromMinutes(31));
        (await IntrospectAsync(_owner.Token)).Text.ShouldBe(Inactive);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic")]
    [InlineData("Basic !!!")]
    [InlineData("Basic bm8gY29sb24=")]
    [InlineData("Basic /w==")]
    [InlineData("Bearer {token}")]
    [InlineData("Basic {crm-service:wrong}")]
    [InlineData("Basic {unknown:7d1b7d6c0f5f4a53b1e0~a.b_c-0123456789abcdef}")]
    [InlineData("Basic {:7d1b7d6c0f5f4a53b1e0~a.b_c-0123456789abcdef}")]
    public async Task Without_the_right_credentials_nothing_is_said(string? authorization)
    {
        authorization = authorization?.Replace("{token}", _owner.Token, StringComparison.Ordinal);
        if (authorization?.IndexOf('{', StringComparison.Ordinal) is { } at and > 0)
            authorization = $"Basic {Base64(authorization[(at + 1)..^1])}";

        foreach (
            var form in new[] { Form($"token={_owner.Token}"), Form(""), new StringContent("{}", Encoding.UTF8, "application/json") }
        )
            (await SendAsync(form, authorization))
                .ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_client")
                .Header("WWW-Authenticate")!
                .ShouldStartWith("Basic ");
    }

    [Theory]
    [InlineData("crm-service:7d1b7d6c0f5f4a53b1e0~a.b_c-0123456789abcdef")]
    [InlineData("CRM-Service:7d1b7d6c0f5f4a53b1e0~a.b_c-0123456789abcdef")]
    [InlineData("crm%2Dservice:7d1b7d6c0f5f4a53b1e0%7Ea%2Eb%5Fc%2D0123456789abcdef")]
    public async Task Credentials_may_be_percent_encoded(string credentials) =>
        (await SendAsync(Form($"token={_owner.Token}"), $"basic  {Base64(credentials)}")).ShouldBe(HttpStatusCode.OK).Json["active"]!
            .GetValue<bool>()
            .ShouldBeTrue();

    [Theory]
    [InlineData("token={token}&token_type_hint=access_token", true)]
    [InlineData("token_type_hint=refresh_token&token={token}", true)]
    [InlineData("other=1&token={token}&other=2&&=&x", true)]
    [InlineData("t%6Fken={token}", true)]
    [InlineData("token=+{token}", false)]
    [InlineData("token={token}%00", false)]
    [InlineData("token=%ff%fe", false)]
    public async Task Forms_are_read_as_browsers_and_clients_write_them(string form, bool active) =>
        (await SendAsync(Form(form.Replace("{token}", _owner.Token, StringComparison.Ordinal)))).ShouldBe(HttpStatusCode.OK).Json[
            "active"
        ]!
            .GetValue<bool>()
            .ShouldBe(active);

    [Theory]
    [InlineData("", "token")]
    [InlineData("token=", "token")]
    [InlineData("token", "token")]
    [InlineData("Token=x", "token")]
    [InlineData("token=a&token=b", "token")]
    [InlineData("token=a&token_type_hint=b&token_type_hint=c", "token_type_hint")]
    public async Task A_form_without_exactly_one_token_is_refused(string form, string field) =>
        (await SendAsync(Form(form))).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
            [field]
            .ShouldNotBeNull();

    [Fact]
    public async Task What_is_no_form_or_too_long_is_refused()
    {
        (await SendAsync(new StringContent("""{"token":"x"}""", Encoding.UTF8, "application/json"))).ShouldRefuse(
            HttpStatusCode.UnsupportedMediaType,
            "unsupported_media_type"
        );
        (await SendAsync(new ByteArrayContent("token=x"u8.ToArray()))).ShouldRefuse(
            HttpStatusCode.UnsupportedMediaType,
            "unsupported_media_type"
        );
        (await SendAsync(Form($"token={new string('x', 20_000)}"))).ShouldRefuse(
            HttpStatusCode.RequestEntityTooLarge,
            "payload_too_large"
        );
    }

    [Fact]
    public async Task Wrong_credentials_are_limited_and_right_ones_are_not()
    {
        await using var app = new KayseApp(
            ($"Kayse:Introspection:Clients:{Id}:Secret", Secret),
            ("Kayse:RateLimits:Enabled", "true"),
            ("Kayse:RateLimits:WrongClientSecretsPerCaller:PermitLimit", "3")
        );
        var wrong = ("Authorization", $"Basic {Base64($"{Id}:wrong")}");
        for (var i = 0; i < 3; i++)
            (await app.Client().SendRawAsync(HttpMethod.Post, "oauth/introspect", Form("token=x"), wrong)).ShouldBe(
                HttpStatusCode.Unauthorized
            );

        (await app.Client().SendRawAsync(HttpMethod.Post, "oauth/introspect", Form("token=x"), wrong)).ShouldRefuse(
            HttpStatusCode.TooManyRequests,
            "rate_limited"
        );
        var right = ("Authorization", $"Basic {Base64($"{Id}:{Secret}")}");
        (await app.Client().SendRawAsync(HttpMethod.Post, "oauth/introspect", Form("token=x"), right)).Text.ShouldBe(Inactive);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static StringContent Form(string text) => new(text, Encoding.UTF8, "application/x-www-form-urlencoded");

    private Task<ApiAnswer> IntrospectAsync(string token) => SendAsync(Form($"token={Uri.EscapeDataString(token)}"));

    private Task<ApiAnswer> SendAsync(HttpContent form) => SendAsync(form, $"Basic {Base64($"{Id}:{Secret}")}");

    private Task<ApiAnswer> SendAsync(HttpContent form, string? authorization) =>
        _app.Client()
            .SendRawAsync(HttpMethod.Post, "oauth/introspect", form, authorization is null ? [] : [("Authorization", authorization)]);

    private async Task<(string Id, string Key)> CreateKeyAsync()
    {
        var answer = await _app.Client(_owner.Token)
            .PostAsync(
                "me/api-keys",
                new
                {
                    name = "Reports",
                    permissions = new[] { "read" },
                    expiresAt = _app.Clock.GetUtcNow().AddHours(1),
                }
            );
        return (answer.ShouldBe(HttpStatusCode.Created).At("id"), answer.At("key"));
    }
}
