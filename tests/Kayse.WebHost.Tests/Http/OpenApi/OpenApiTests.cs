using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kayse.WebHost.Audit;
using Kayse.WebHost.Authorization;
using Kayse.WebHost.Companies;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Invitations;
using Kayse.WebHost.Passwords;
using Kayse.WebHost.Scopes;
using Kayse.WebHost.Sessions;
using Kayse.WebHost.SignIn;
using Kayse.WebHost.Tests.Testing;
using Kayse.WebHost.TwoFactor;
using Kayse.WebHost.Users;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Http.OpenApi;

/// <summary>The OpenAPI document says all that there is, and nothing that isn't.</summary>
public sealed class OpenApiTests : AppTests
{
    private JsonObject _document = null!;

    public override async Task InitializeAsync() =>
        _document = (await App.Client().GetAsync("/openapi/v1.json")).ShouldBe(HttpStatusCode.OK).Json;

    [Fact]
    public void Every_route_says_who_may_call_it() =>
        Endpoints().ShouldAllBe(endpoint => endpoint.Metadata.GetMetadata<Access>() != null);

    [Fact]
    public void Every_route_is_documented()
    {
        var mapped = Endpoints()
            .Select(endpoint =>
                $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single()} {endpoint.RoutePattern.RawText!.TrimEnd('/')}"
            );

        Operations().Select(operation => operation.Name).ShouldBe(mapped, ignoreOrder: true);
        foreach (var (name, operation) in Operations())
        {
            foreach (var member in new[] { "summary", "description", "operationId", "tags" })
                operation[member].ShouldNotBeNull($"{member} of {name}");
            operation["responses"]!.AsObject().ShouldContain(response => response.Key.StartsWith('2'), name);
            operation["responses"]!["500"].ShouldNotBeNull(name);
        }
    }

    [Fact]
    public void What_needs_a_session_says_so()
    {
        foreach (
            var (name, operation) in Operations()
                .Where(operation =>
                    operation.Value["responses"]!
                        ["401"]
                        ?["description"]?.GetValue<string>()
                        .Contains("unauthenticated", StringComparison.Ordinal) == true
                )
        )
            operation["security"]!.AsArray().Count.ShouldBe(2, name);
        _document["components"]!["securitySchemes"]!.AsObject().Count.ShouldBe(2);
    }

    [Fact]
    public void Required_members_are_marked() =>
        Schema("SignInRequest")["required"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldBe(["email", "password"]);

    [Fact]
    public void Members_of_a_patch_have_their_types()
    {
        var patch = Schema("UpdateInvitationRequest");

        patch["required"].ShouldBeNull();
        _document.ToJsonString().ShouldContain("super_admin");
        patch["properties"]!.AsObject().Select(property => property.Key).ShouldContain("jobTitle");
    }

    [Fact]
    public void Schemas_are_described() =>
        Schema("SignInRequest")["properties"]!["email"]!["description"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();

    [Fact]
    public void The_audit_log_is_json_or_csv_and_says_what_it_is_filtered_by()
    {
        var operation = Operations().Single(operation => operation.Name == "GET /api/v1/companies/{company}/audit-log").Value;
        operation["responses"]!["200"]!["content"]!
            .AsObject()
            .Select(content => content.Key)
            .ShouldBe(["application/json", "text/csv"], ignoreOrder: true);
        foreach (var parameter in operation["parameters"]!.AsArray())
            parameter!["description"].ShouldNotBeNull(parameter.ToJsonString()).GetValue<string>().ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Examples_are_true()
    {
        var types = new Dictionary<string, (Type? Request, Type? Answer)>(StringComparer.Ordinal)
        {
            ["SignUp"] = (typeof(SignUpRequest), typeof(SignUpAnswer)),
            ["SignIn"] = (typeof(SignInRequest), typeof(SignInAnswer)),
            ["GetMySessionSettings"] = (null, typeof(SessionSettingsAnswer)),
            ["SetMySessionSettings"] = (typeof(SessionSettingsRequest), typeof(SessionSettingsAnswer)),
            ["StepUp"] = (typeof(StepUpRequest), typeof(RenewedSessionAnswer)),
            ["CompleteSignIn"] = (typeof(CompleteSignInRequest), typeof(SignInAnswer)),
            ["GetMyTwoFactor"] = (null, typeof(TwoFactorAnswer)),
            ["SetUpMyTwoFactor"] = (null, typeof(TwoFactorSetupAnswer)),
            ["EnableMyTwoFactor"] = (typeof(EnableTwoFactorRequest), typeof(TwoFactorEnabledAnswer)),
            ["DisableMyTwoFactor"] = (typeof(DisableTwoFactorRequest), typeof(RenewedSessionAnswer)),
            ["RenewMyBackupCodes"] = (null, typeof(BackupCodesAnswer)),
            ["ChangeMyPassword"] = (typeof(ChangePasswordRequest), typeof(RenewedSessionAnswer)),
            ["ForgotPassword"] = (typeof(ForgotPasswordRequest), null),
            ["ResetPassword"] = (typeof(ResetPasswordRequest), null),
            ["AcceptInvitation"] = (typeof(AcceptInvitationRequest), typeof(SignInAnswer)),
            ["DeclineInvitation"] = (typeof(InvitationTokenRequest), null),
            ["LookUpInvitation"] = (typeof(InvitationTokenRequest), typeof(InvitationPreviewAnswer)),
            ["InviteMember"] = (typeof(InviteMemberRequest), typeof(InvitedAnswer)),
            ["UpdateInvitation"] = (typeof(UpdateInvitationRequest), typeof(InvitationAnswer)),
            ["GetInvitation"] = (null, typeof(InvitationAnswer)),
            ["ResendInvitation"] = (null, typeof(InvitationAnswer)),
            ["ListInvitations"] = (null, typeof(ListAnswer<InvitationAnswer>)),
            ["ListAuditLog"] = (null, typeof(ListAnswer<AuditEntryAnswer>)),
            ["VerifyAuditLog"] = (null, typeof(AuditVerificationAnswer)),
            ["ReadEvents"] = (null, typeof(EventsAnswer)),
            ["GetCompany"] = (null, typeof(CompanyDetailsAnswer)),
            ["UpdateCompany"] = (typeof(UpdateCompanyRequest), typeof(CompanyDetailsAnswer)),
            ["GetSecurityPolicy"] = (null, typeof(SecurityPolicyAnswer)),
            ["SetSecurityPolicy"] = (typeof(SecurityPolicyRequest), typeof(SecurityPolicyAnswer)),
            ["Authorize"] = (typeof(AuthorizeRequest), typeof(AuthorizeAnswer)),
            ["CreateScope"] = (typeof(CreateScopeRequest), typeof(ScopeAnswer)),
            ["GetScope"] = (null, typeof(ScopeAnswer)),
            ["UpdateScope"] = (typeof(UpdateScopeRequest), typeof(ScopeAnswer)),
            ["ListScopes"] = (null, typeof(ListAnswer<ScopeAnswer>)),
            ["GetMe"] = (null, typeof(MeAnswer)),
            ["UpdateMe"] = (typeof(UpdateProfileRequest), typeof(MeAnswer)),
            ["SetMyPhoto"] = (null, typeof(MeAnswer)),
            ["ChangeMyEmail"] = (typeof(ChangeEmailRequest), null),
            ["ConfirmMyEmail"] = (typeof(EmailLinkRequest), null),
            ["UndoMyEmail"] = (typeof(EmailLinkRequest), null),
            ["GetSession"] = (null, typeof(SessionAnswer)),
        };
        foreach (var (_, operation) in Operations())
        {
            var id = operation["operationId"]!.GetValue<string>();
            var (request, answer) = types.GetValueOrDefault(id);
            if (request is not null)
                JsonSerializer.Deserialize(ExampleOf(operation["requestBody"]!), request, JsonFormat.Requests).ShouldNotBeNull(id);
            if (answer is not null)
                ShouldRoundTrip(ExampleOf(operation["responses"]!.AsObject().First(response => response.Key[0] == '2').Value!), answer);
        }
    }

    private static void ShouldRoundTrip(JsonNode example, Type type) =>
        JsonNode
            .DeepEquals(
                JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(example, type, JsonFormat.Answers), type, JsonFormat.Answers),
                example
            )
            .ShouldBeTrue($"{type.Name}: {example}");

    private static JsonNode ExampleOf(JsonNode holder) =>
        holder["content"]!["application/json"]!["example"].ShouldNotBeNull(holder.ToJsonString());

    private JsonObject Schema(string name) => _document["components"]!["schemas"]![name].ShouldNotBeNull(name).AsObject();

    private IEnumerable<(string Name, JsonNode Value)> Operations() =>
        _document["paths"]!
            .AsObject()
            .SelectMany(path =>
                path.Value!.AsObject().Select(operation => ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!))
            );

    private IEnumerable<RouteEndpoint> Endpoints() =>
        App
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal));
}
