using System.Text.Json.Nodes;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Scim;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Scim;
using Microsoft.AspNetCore.Http;

namespace Kayse.WebHost.Tests.Scim;

/// <summary>What refusals are in SCIM.</summary>
public sealed class ScimErrorTests
{
    public static TheoryData<string, int, string?> Refusals =>
        new()
        {
            { ScimErrors.Unauthenticated.Code, 401, null },
            { ScimErrors.NotFound.Code, 404, null },
            { ScimErrors.VersionMismatch.Code, 412, null },
            { ScimErrors.InvalidFilter("").Code, 400, "invalidFilter" },
            { ScimErrors.InvalidPath("").Code, 400, "invalidPath" },
            { ScimErrors.NoTarget("").Code, 400, "noTarget" },
            { ScimErrors.Mutability("").Code, 400, "mutability" },
            { ScimErrors.Uniqueness("").Code, 409, "uniqueness" },
            { MemberErrors.LastSuperAdmin.Code, 403, null },
            { MemberErrors.EmailInUse.Code, 409, "uniqueness" },
            { ScimDirectoryErrors.TooManyGroups.Code, 403, null },
            { "validation_failed", 400, "invalidValue" },
            { "email_invalid", 400, "invalidValue" },
            { "phone_in_use", 409, null },
            { "made_up", 500, null },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Status_and_type(string code, int status, string? type)
    {
        var (context, error) = await WriteAsync(new Refusal(code, "What to do next."));
        context.Response.StatusCode.ShouldBe(status);
        ((string?)error["status"], (string?)error["scimType"]).ShouldBe(
            (status.ToString(System.Globalization.CultureInfo.InvariantCulture), type)
        );
        ((string?)error["detail"]).ShouldBe(status == 500 ? HttpErrors.Internal.Message : "What to do next.");
    }

    [Fact]
    public async Task The_brake_is_429_and_says_when_to_come_back()
    {
        var (context, error) = await WriteAsync(ScimDirectoryErrors.Paused(TimeSpan.FromMinutes(2)));
        (context.Response.StatusCode, context.Response.Headers.RetryAfter.ToString()).ShouldBe((429, "120"));
        ((string?)error["detail"])!.ShouldContain("Super Admin");
    }

    [Fact]
    public async Task Fields_are_named()
    {
        var fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["fullName"] = ["Enter a name."] };
        var (_, error) = await WriteAsync(GeneralErrors.Invalid(fields));
        ((string?)error["detail"])!.ShouldEndWith("fullName: Enter a name.");
    }

    private static async Task<(HttpContext Context, JsonObject Error)> WriteAsync(Refusal refusal)
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        await ScimErrorWriter.WriteAsync(context, refusal);
        return (context, JsonNode.Parse(body.ToArray())!.AsObject());
    }
}
